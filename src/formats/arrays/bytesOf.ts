import { type ByteSource, type Chunk } from '../ByteSource'
import { type ReadOptions } from '../Progress'
import { tooLarge } from '../tooLarge'

/** Of a packed file, what is taken for what is in it before it has been unpacked. */
const FIRST_BYTES = 1 << 16

/** Bytes of the widest number. */
const CELL_BYTES = 8

/** Room for headers and texts beside the numbers. */
const SPARE_BYTES = 1 << 20

/** What no browser holds in one buffer, in cells. */
const MOST_CELLS = 2 ** 28

/** Cells that a file may hold where nothing else is said. */
export function cellLimitOf({ maxCellCount = Infinity }: ReadOptions): number {
  return Math.min(maxCellCount, MOST_CELLS)
}

/** Bytes that a file of so many cells may have. */
export function byteLimitOf(options: ReadOptions): number {
  return cellLimitOf(options) * CELL_BYTES + SPARE_BYTES
}

/** All bytes of a source. Throws `TensorError` (too-large, read), or the signal's reason. */
export async function bytesOf(source: ByteSource, options: ReadOptions): Promise<Chunk> {
  const limit = byteLimitOf(options)
  const byteCount = source.size
  let bytes: Chunk = new Uint8Array(Math.min(byteCount ?? FIRST_BYTES, limit))
  let bytesRead = 0
  let length = 0
  for await (const chunk of source.stream((count) => (bytesRead = count))) {
    options.signal?.throwIfAborted()
    if (length + chunk.length > limit) {
      throw tooLarge(Math.max(byteCount ?? 0, limit) / CELL_BYTES, cellLimitOf(options))
    }
    if (length + chunk.length > bytes.length) {
      const larger = new Uint8Array(Math.min(limit, Math.max(length * 2, length + chunk.length)))
      larger.set(bytes.subarray(0, length))
      bytes = larger
    }
    bytes.set(chunk, length)
    length += chunk.length
    options.onProgress?.({ bytesRead, byteCount, cellCount: 0 })
  }
  return bytes.subarray(0, length)
}
