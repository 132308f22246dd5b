import { cellCountOf, shapeText } from '../elements/cellCountOf'
import { damaged } from '../source/unreadable'

/** How the texts of a NumPy array lie in it: each as wide as the longest, filled up with zeros. */
export interface TextLayout {
  /** Whether a character takes four bytes (`U`) or one of UTF-8 (`S`). */
  readonly isWide: boolean
  /** Characters of a text; bytes where it is not wide. */
  readonly size: number
  readonly isLittle: boolean
}

const utf8 = new TextDecoder()

/** The texts of an array, row-major. Throws `TensorError` (shape) where `data` is too short for them. */
export function npyTexts(
  data: Uint8Array,
  shape: readonly number[],
  { isWide, size, isLittle }: TextLayout,
): string[] {
  const count = cellCountOf(shape)
  const width = size * (isWide ? 4 : 1)
  // Texts without width would take no bytes, however many there are.
  if (!(count * Math.max(width, 1) <= data.length)) {
    throw damaged(`${shapeText(shape)} texts are announced, more than the file holds.`)
  }
  return Array.from({ length: count }, (_, cell) => {
    const bytes = data.subarray(cell * width, (cell + 1) * width)
    return (isWide ? wideText(bytes, isLittle) : utf8.decode(bytes)).replace(/\0+$/, '')
  })
}

/** UTF-32, in which Python writes unpaired surrogates too. */
function wideText(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const codes = Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, isLittle))
  return codes.map((code) => String.fromCodePoint(code > 0x10ffff ? 0xfffd : code)).join('')
}
