import { concatBytes } from '../../codec/concatBytes'
import { TensorError } from '../../tensor/TensorError'
import { rangesOfBlob, readAhead, type ByteRanges } from './ByteRanges'
import { CELL_BYTES, cellLimitOf, tooLarge } from './Budget'
import { type ReadOptions } from './ReadOptions'

/** Bytes whose buffer can be transferred. */
export type Chunk = Uint8Array<ArrayBuffer>

/** Bytes that can be read more than once, each time from the start, in chunks of any size. */
export interface ByteSource {
  /** Name of the file for the user, which appears in sentences and in names of tensors. */
  readonly name: string
  /** Size in bytes on the disk; for a packed file, the packed size. Undefined if it is not known before the end. */
  readonly size: number | undefined
  /**
   * Yields the bytes from the start. The reader may change or transfer the chunks. Before each chunk, `onRead` is
   * called with the number of bytes of `size` that have been read so far. Throws TensorError (read).
   */
  stream(onRead?: (byteCount: number) => void): AsyncIterable<Chunk>
}

/** Returns a source that reads a file or blob. `name` is for the user. */
export function sourceOfBlob(blob: Blob, name: string): ByteSource {
  return sourceOfRanges(rangesOfBlob(blob), name)
}

/**
 * Returns a source that reads range after range. Its stream throws TensorError (read) if a range cannot be read or is
 * too short.
 */
export function sourceOfRanges(ranges: ByteRanges, name: string): ByteSource {
  return { name, size: ranges.size, stream: (onRead) => chunksOfRanges(ranges, name, onRead) }
}

/** Returns a source whose only chunk is `bytes`, not a copy. */
export function sourceOfBytes(bytes: Chunk, name: string): ByteSource {
  return {
    name,
    size: bytes.length,
    async *stream(onRead) {
      onRead?.(bytes.length)
      yield await Promise.resolve(bytes)
    },
  }
}

/** Returns a text as a source of UTF-8. */
export function sourceOfText(text: string, name: string): ByteSource {
  return sourceOfBytes(new TextEncoder().encode(text), name)
}

async function* chunksOfRanges(
  ranges: ByteRanges,
  name: string,
  onRead?: (byteCount: number) => void,
): AsyncGenerator<Chunk> {
  let byteCount = 0
  try {
    for await (const chunk of readAhead(ranges)) {
      byteCount += chunk.length
      onRead?.(byteCount)
      yield chunk
    }
  } catch (error) {
    throw readFailure(name, error)
  }
}

function readFailure(name: string, cause: unknown): TensorError {
  return new TensorError(
    {
      tag: 'read',
      message: `“${name}” could not be read: it is a folder, or it was changed, moved or removed after it was chosen.`,
      advice: 'Choose the file again; of a folder, choose the files in it.',
    },
    { cause },
  )
}

/** Returns the first `byteCount` bytes of a source, or all bytes if there are fewer. */
export async function headOf(source: ByteSource, byteCount: number): Promise<Uint8Array> {
  const head = new Uint8Array(byteCount)
  let length = 0
  for await (const chunk of source.stream()) {
    const part = chunk.subarray(0, byteCount - length)
    head.set(part, length)
    length += part.length
    if (length === byteCount) break
  }
  return head.subarray(0, length)
}

/** Number of bytes for headers and texts beside the numbers. */
const SPARE_BYTES = 1 << 20

/** Returns all bytes of a source. Throws TensorError (too-large, read), or the signal's reason if it is aborted. */
export async function bytesOf(source: ByteSource, options: ReadOptions): Promise<Chunk> {
  const limit = cellLimitOf(options.maxCellCount)
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
