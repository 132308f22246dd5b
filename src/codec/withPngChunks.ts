import { concatBytes } from './concatBytes'
import { PNG_SIGNATURE } from './pngChunk'

/** After the signature the header chunk: length and type of 8 bytes, 13 bytes of data, 4 of checksum. */
const HEADER_END = PNG_SIGNATURE.length + 8 + 13 + 4

/** The PNG with chunks (`pngChunk`) of which all belong before its picture, right after its header. */
export function withPngChunks(
  png: Uint8Array,
  chunks: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  return concatBytes([png.subarray(0, HEADER_END), ...chunks, png.subarray(HEADER_END)])
}
