import { type Sliced } from '../../analysis/Sliced'
import { bytesOfBase64 } from '../../codec/base64'
import { concatBytes } from '../../codec/concatBytes'
import { PNG_SIGNATURE } from '../../codec/pngChunk'
import { SerializeError } from '../xml/xmlText'
import { type PicturedLabel } from './Label'
import { type PdfFile } from './PdfFile'

/** Red, green and blue in hexadecimal digits of what stands in a palette for no color. */
const NO_COLOR = 'FFFFFF'

/**
 * Adds an indexed picture, given as a PNG of one byte a pixel in a `data:` URL, and returns a reference to it. Its
 * compressed pixels are the same in both formats (ISO 32000-1, 7.4.4.4). Throws SerializeError for another picture.
 */
export function addIndexedImage(file: PdfFile, url: string): string {
  const png = bytesOfBase64(url.replace(/^data:image\/png;base64,/, ''))
  const chunks = chunksOf(png ?? new Uint8Array())
  const { IHDR: header, PLTE: palette, tRNS: alpha = new Uint8Array() } = chunks
  if (header?.[8] !== 8 || header[9] !== 3 || palette === undefined) {
    throw new SerializeError('invalid picture in a PDF: not a PNG of indexed colors')
  }
  const size = new DataView(header.buffer, header.byteOffset)
  const [width, height] = [size.getUint32(0), size.getUint32(4)]
  const clear = alpha.indexOf(0)
  const colors = Array.from({ length: palette.length / 3 }, (_, k) => {
    return k === clear ? NO_COLOR : hexOf(palette.subarray(3 * k, 3 * k + 3))
  })
  const entries = [
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8`,
    `/ColorSpace [/Indexed /DeviceRGB ${colors.length - 1} <${colors.join('')}>]`,
    ...(clear < 0 ? [] : [`/Mask [${clear} ${clear}]`]),
    '/Filter /FlateDecode',
    `/DecodeParms << /Predictor 15 /Colors 1 /BitsPerComponent 8 /Columns ${width} >>`,
  ]
  return file.addStream(entries.join(' '), chunks['IDAT'] ?? new Uint8Array(), { level: 'packed' })
}

/** Defines the picture of a reference, with its opacity. Pauses between its parts. */
export function* setImage(file: PdfFile, reference: string, picture: PicturedLabel): Sliced<void> {
  const { width, height } = picture
  const data = picture.pixels()
  yield
  const colors = new Uint8Array(3 * width * height)
  const opacity = new Uint8Array(width * height)
  for (let k = 0, at = 0; k < opacity.length; k++) {
    for (let channel = 0; channel < 3; channel++) colors[at++] = data[4 * k + channel] ?? 0
    opacity[k] = data[4 * k + 3] ?? 0
  }
  const size = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8`
  const mask = file.addStream(`${size} /ColorSpace /DeviceGray`, opacity, { level: 4 })
  yield
  const entries = `${size} /ColorSpace /DeviceRGB /SMask ${mask}`
  file.addStream(entries, colors, { level: 4, reference })
}

/** Returns the data of a PNG's chunks by type; that of chunks of one type is joined. */
function chunksOf(png: Uint8Array): Readonly<Record<string, Uint8Array<ArrayBuffer>>> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: Record<string, Uint8Array<ArrayBuffer>> = {}
  let at = PNG_SIGNATURE.length
  while (at + 12 <= png.length) {
    const end = at + 8 + view.getUint32(at)
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8))
    chunks[type] = concatBytes([chunks[type] ?? new Uint8Array(), png.subarray(at + 8, end)])
    at = end + 4
  }
  return chunks
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
