import { cellCountOf, shapeText } from '../arrays/cellCountOf'
import { damagedFile } from '../arrays/damagedFile'

/** How the texts of a NumPy array lie in it: each as wide as the longest, filled up with zeros. */
export interface TextLayout {
  readonly shape: readonly number[]
  /** Whether a character takes four bytes (`U`) or one of UTF-8 (`S`). */
  readonly isWide: boolean
  /** Characters of a text; bytes where it is not wide. */
  readonly width: number
  readonly isLittle: boolean
}

const utf8 = new TextDecoder()

/** The texts of an array, row-major. Throws `TensorError` (shape) where `data` is too short for them. */
export function npyTexts(
  data: Uint8Array,
  { shape, isWide, width, isLittle }: TextLayout,
): string[] {
  const count = cellCountOf(shape)
  const size = width * (isWide ? 4 : 1)
  // Texts without width would take no bytes, however many there are.
  if (!(count * Math.max(size, 1) <= data.length)) {
    throw damagedFile(`${shapeText(shape)} texts are announced, more than the file holds.`)
  }
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  return Array.from({ length: count }, (_, cell) => {
    const start = cell * size
    return isWide
      ? wideText(view, start, start + size, isLittle)
      : narrowText(data.subarray(start, start + size))
  })
}

function narrowText(bytes: Uint8Array): string {
  return utf8.decode(bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1))
}

/** UTF-32, of which Python writes unpaired surrogates too. */
function wideText(view: DataView, start: number, end: number, isLittle: boolean): string {
  let text = ''
  for (let at = start; at < end; at += 4) {
    const code = view.getUint32(at, isLittle)
    text += String.fromCodePoint(code <= 0x10ffff ? code : 0xfffd)
  }
  return text.replace(/\0+$/, '')
}
