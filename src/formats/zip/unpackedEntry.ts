import { inflated, MAX_RATIO } from '../../codec/deflate'
import { damaged, unreadable } from '../source/unreadable'
import { type ZipEntry } from './zipEntries'

const STORED = 0
const DEFLATED = 8

/**
 * Returns the bytes of an entry, at most as many as its size in the archive. Throws TensorError (shape, unsupported).
 */
export async function unpackedEntry({ name, method, size, packed }: ZipEntry): Promise<Uint8Array> {
  if (method === STORED) return packed
  if (method !== DEFLATED) {
    throw unreadable(
      `“${name}” in the zip archive is encrypted, or packed by a method that browsers do not have.`,
      'Unpack it and open the file inside.',
    )
  }
  const bytes = new Uint8Array(Math.min(size, packed.length * MAX_RATIO))
  let length = 0
  try {
    for await (const chunk of inflated(packed, 'deflate-raw')) {
      // Throws RangeError if the chunk does not fit.
      bytes.set(chunk, length)
      length += chunk.length
    }
  } catch (error) {
    throw damaged(`“${name}” in the zip archive could not be unpacked (${String(error)}).`)
  }
  return bytes.subarray(0, length)
}
