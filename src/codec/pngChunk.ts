import { concatBytes } from './concatBytes'

/** The eight bytes that every PNG starts with. */
export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** Returns a PNG chunk: length, four-letter type, data, and the checksum of type and data. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12 + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  for (let k = 0; k < 4; k++) bytes[4 + k] = type.charCodeAt(k)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)))
  return bytes
}

const METERS_PER_INCH = 0.0254

/**
 * Returns the `pHYs` chunk of a picture with `dpi` pixels per inch. Source: PNG specification, third edition, 11.3.4.3.
 */
export function physicalSizeChunk(dpi: number): Uint8Array {
  const data = new Uint8Array(9)
  const view = new DataView(data.buffer)
  const pixelsPerMeter = Math.round(dpi / METERS_PER_INCH)
  view.setUint32(0, pixelsPerMeter)
  view.setUint32(4, pixelsPerMeter)
  view.setUint8(8, 1)
  return pngChunk('pHYs', data)
}

/**
 * Returns the parts, one after the other, of an `iTXt` chunk of uncompressed UTF-8 text without a language, and yields
 * after each piece of the text. No piece may end in the middle of a surrogate pair. Source: PNG specification, third
 * edition, 11.3.3.4. `keyword` has 1 to 79 ASCII letters.
 */
export function* pngTextChunk(
  keyword: string,
  text: Iterable<string>,
): Generator<undefined, readonly Uint8Array[]> {
  const encoder = new TextEncoder()
  // The keyword and its end, “not compressed”, the compression method, no language, no translated keyword. The text
  // must not contain a zero.
  const head = encoder.encode(`iTXt${keyword}\0\0\0\0\0`)
  const parts = [head]
  // The type, of four letters, is not counted.
  let length = head.length - 4
  let sum = crc32(head)
  for (const piece of text) {
    const part = encoder.encode(piece.replaceAll('\0', '\uFFFD'))
    parts.push(part)
    length += part.length
    sum = crc32(part, sum)
    yield
  }
  return [uint32(length), ...parts, uint32(sum)]
}

function uint32(number: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, number)
  return bytes
}

/** Bytes of the signature and the header chunk: length and type (8 bytes), data (13), checksum (4). */
const HEADER_END = PNG_SIGNATURE.length + 8 + 13 + 4

/**
 * Returns the PNG with the chunks, or the parts of chunks, inserted right after its header. All of them must belong
 * before the picture's data. Throws RangeError if they are longer than an array can be.
 */
export function withPngChunks(
  png: Uint8Array,
  chunks: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  return concatBytes([png.subarray(0, HEADER_END), ...chunks, png.subarray(HEADER_END)])
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

/**
 * Returns the CRC-32 of PNG and zip (reflected, polynomial 0xEDB88320) as an unsigned number. Source: PNG
 * specification, third edition, annex D. `before` is that of the bytes before them.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before
  for (let k = 0; k < bytes.length; k++) {
    crc = (table[(crc ^ (bytes[k] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  }
  return ~crc >>> 0
}
