import { concatBytes } from './concatBytes'
import { PNG_SIGNATURE } from './pngChunk'

/** Bytes of the signature and the header chunk: length and type (8 bytes), data (13), checksum (4). */
const HEADER_END = PNG_SIGNATURE.length + 8 + 13 + 4

/**
 * Returns the PNG with the chunks (of `pngChunk`) inserted right after its header. All of them must belong before the
 * picture's data.
 */
export function withPngChunks(
  png: Uint8Array,
  chunks: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  return concatBytes([png.subarray(0, HEADER_END), ...chunks, png.subarray(HEADER_END)])
}
