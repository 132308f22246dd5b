import { damagedFile } from '../arrays/damagedFile'
import { unreadable } from '../arrays/unreadable'
import { type Chunk } from '../ByteSource'
import { chunksOf } from '../chunksOf'
import { packedBytes, type ZipEntry } from './zipEntries'

const STORED = 0
const DEFLATED = 8

/** Deflate packs no denser than this (258 bytes in 2 bits, https://www.zlib.net/zlib_tech.html), plus a short file. */
const MAX_RATIO = 1032
const SPARE_BYTES = 64

/**
 * The bytes of an entry: where it is stored a view, otherwise unpacked, no more of them than it says it has. Throws
 * `TensorError` (shape, unsupported).
 */
export async function unpackedEntry(bytes: Chunk, entry: ZipEntry): Promise<Uint8Array> {
  const { name, method, size, headerByte } = entry
  if (entry.isEncrypted) {
    throw unreadable(
      'The zip archive is encrypted.',
      'Unpack it with its password and open the file inside.',
    )
  }
  const packed = packedBytes(bytes, entry)
  if (method === STORED) return packed
  if (method !== DEFLATED) {
    throw unreadable(
      `“${name}” in the zip archive is packed by a method that browsers do not have (${method}).`,
      'Pack it with deflate, or not at all.',
    )
  }
  if (size > packed.length * MAX_RATIO + SPARE_BYTES) {
    throw damagedFile(
      `“${name}” in the zip archive cannot be as long as it says (${size} bytes).`,
      headerByte,
    )
  }
  const unpacked = new Uint8Array(size)
  let length = 0
  try {
    for await (const chunk of inflated(packed)) {
      // Throws where there is more than fits.
      unpacked.set(chunk, length)
      length += chunk.length
    }
  } catch (error) {
    throw damagedFile(
      `“${name}” in the zip archive could not be unpacked (${String(error)}).`,
      headerByte,
    )
  }
  return unpacked.subarray(0, length)
}

function inflated(packed: Chunk): AsyncIterable<Uint8Array> {
  const stream = new Blob([packed]).stream()
  return chunksOf(stream.pipeThrough(new DecompressionStream('deflate-raw')))
}
