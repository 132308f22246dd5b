import { cellCountOf, shapeText } from '../elements/cellCountOf'
import { damaged } from '../source/unreadable'

/** The layout of the texts in a NumPy array. Each text is as wide as the longest one, filled with zeros. */
export interface TextLayout {
  /** Whether a character takes four bytes (`U`). If false, a text is bytes of UTF-8 (`S`). */
  readonly isWide: boolean
  /** Length of a text, in characters if it is wide, otherwise in bytes. */
  readonly size: number
  readonly isLittle: boolean
}

const utf8 = new TextDecoder()

/** Returns the texts of an array, row-major. Throws TensorError (shape) if `data` is too short for them. */
export function npyTexts(
  data: Uint8Array,
  shape: readonly number[],
  { isWide, size, isLittle }: TextLayout,
): string[] {
  const count = cellCountOf(shape)
  const width = size * (isWide ? 4 : 1)
  // Texts of width 0 take no bytes, so their number would be unlimited. Each counts as one byte.
  if (!(count * Math.max(width, 1) <= data.length)) {
    throw damaged(`${shapeText(shape)} texts are announced, more than the file holds.`)
  }
  return Array.from({ length: count }, (_, cell) => {
    const bytes = data.subarray(cell * width, (cell + 1) * width)
    return (isWide ? wideText(bytes, isLittle) : utf8.decode(bytes)).replace(/\0+$/, '')
  })
}

/** Returns a text in UTF-32, in which Python also writes unpaired surrogates. */
function wideText(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const codes = Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, isLittle))
  return codes.map((code) => String.fromCodePoint(code > 0x10ffff ? 0xfffd : code)).join('')
}
