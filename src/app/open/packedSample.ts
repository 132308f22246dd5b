import { base64, bytesOfBase64 } from '../../codec/base64'

/** Stands for a number in the text of a packed sample. */
const PLACE = '~'

/** The text of a file, and the numbers that were taken from it. */
export interface PackedSample {
  readonly text: string
  /** Float32, all first bytes in a row, then all second bytes and so on, in base64. Deflate packs equal signs well. */
  readonly numbers: string
}

/** Returns the text of a sample without its float32 numbers, whose decimals deflate cannot pack. */
export function packSample(file: string): PackedSample {
  if (file.includes(PLACE)) throw new Error(`a sample holds ${PLACE}`)
  const numbers: number[] = []
  const text = file.replaceAll(/-?\d\.\d{6,}(?:e-\d+)?/g, (decimal) => {
    const number = Number(decimal)
    if (Math.fround(number) !== number || String(number) !== decimal) return decimal
    numbers.push(number)
    return PLACE
  })
  const bytes = new Uint8Array(4 * numbers.length)
  const view = new DataView(new ArrayBuffer(4))
  for (const [k, number] of numbers.entries()) {
    view.setFloat32(0, number)
    for (let byte = 0; byte < 4; byte++) bytes[byte * numbers.length + k] = view.getUint8(byte)
  }
  return { text, numbers: base64(bytes) }
}

/** Returns the file that `packSample` packed, digit by digit. */
export function unpackSample({ text, numbers }: PackedSample): string {
  const bytes = bytesOfBase64(numbers) ?? new Uint8Array()
  const view = new DataView(new ArrayBuffer(4))
  let at = 0
  return text.replaceAll(PLACE, () => {
    for (let byte = 0; byte < 4; byte++) {
      view.setUint8(byte, bytes[(byte * bytes.length) / 4 + at] ?? 0)
    }
    at++
    return String(view.getFloat32(0))
  })
}
