import { concatBytes } from '../../codec/concatBytes'
import { type ByteSource, type Chunk } from './ByteSource'
import { type ReadOptions } from './Progress'
import { CELL_BYTES, cellLimitOf, tooLarge } from './tooLarge'

/** Number of bytes for headers and texts beside the numbers. */
const SPARE_BYTES = 1 << 20

/** Returns all bytes of a source. Throws TensorError (too-large, read), or the signal's reason if it is aborted. */
export async function bytesOf(source: ByteSource, options: ReadOptions): Promise<Chunk> {
  const limit = cellLimitOf(options)
  const { size } = source
  const chunks: Chunk[] = []
  let bytesRead = 0
  let length = 0
  for await (const chunk of source.stream((count) => (bytesRead = count))) {
    options.signal?.throwIfAborted()
    chunks.push(chunk)
    length += chunk.length
    if (length > limit * CELL_BYTES + SPARE_BYTES) {
      throw tooLarge(Math.max(size ?? 0, length) / CELL_BYTES, limit)
    }
    options.onProgress?.({ bytesRead, byteCount: size, cellCount: 0 })
  }
  return concatBytes(chunks)
}
