import { TensorError } from '../../tensor/TensorError'
import { FIRST_RANGE, rangesOfBlob, type ByteRanges } from './ByteRanges'

/** Bytes with a buffer that can change hands. */
export type Chunk = Uint8Array<ArrayBuffer>

/** Bytes that can be read more than once, from their start, in chunks of any size. */
export interface ByteSource {
  /** File name as the user knows it; it ends up in sentences and in names of tensors. */
  readonly name: string
  /** In bytes, as it lies on the disk: of a packed file what is packed. Undefined where nobody knows before the end. */
  readonly size: number | undefined
  /**
   * Opens the source anew. Chunks belong to the reader. `onRead` hears, before a chunk comes, how many bytes of `size`
   * have been read for it. Throws `TensorError` (read).
   */
  stream(onRead?: (byteCount: number) => void): AsyncIterable<Chunk>
}

/** Returns a file or blob as a source. */
export function sourceOfBlob(blob: Blob, name: string): ByteSource {
  return sourceOfRanges(rangesOfBlob(blob), name)
}

/** Returns a source that reads range after range; what cannot be read, or comes back short, is a `TensorError`. */
export function sourceOfRanges(ranges: ByteRanges, name: string): ByteSource {
  return { name, size: ranges.size, stream: (onRead) => chunksOfRanges(ranges, name, onRead) }
}

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

/** The text as UTF-8. */
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
    throw unreadable(name, error)
  }
}

/** How many times as long a range is as the one before it. */
const GROWTH = 4
/** The longest range, in bytes. */
const LAST_RANGE = 1 << 21
/** Ranges that are under way while a chunk is worked on: none while it is the first, which may be all that is wanted. */
const AHEAD = 2

/** Yields all bytes, range after range. */
async function* readAhead(ranges: ByteRanges): AsyncGenerator<Chunk> {
  const waiting = rangesUpTo(ranges.size)
  const asked: Promise<Chunk>[] = []
  let count = 1
  while (waiting.length + asked.length > 0) {
    for (const range of waiting.splice(0, count - asked.length)) {
      const chunk = wholeRange(ranges, range)
      // That one fails is said when its turn comes, which it does not where one before it has failed.
      chunk.catch(() => undefined)
      asked.push(chunk)
    }
    const next = asked.shift()
    if (next !== undefined) yield next
    count = 1 + AHEAD
  }
}

interface Range {
  readonly start: number
  readonly end: number
}

/** Returns the ranges of a file, at least one: that an empty one cannot be read is found out by reading. */
function rangesUpTo(size: number): Range[] {
  const all: Range[] = []
  let start = 0
  let length = FIRST_RANGE
  do {
    const end = Math.min(start + length, size)
    all.push({ start, end })
    start = end
    length = Math.min(GROWTH * length, LAST_RANGE)
  } while (start < size)
  return all
}

async function wholeRange(ranges: ByteRanges, { start, end }: Range): Promise<Chunk> {
  const chunk = await ranges.read(start, end)
  if (chunk.length === end - start) return chunk
  throw new RangeError(`${chunk.length} bytes from byte ${start} to ${end}`)
}

function unreadable(name: string, cause: unknown): TensorError {
  return new TensorError(
    {
      tag: 'read',
      message: `“${name}” could not be read: it is a folder, or it was changed, moved or removed after it was chosen.`,
      advice: 'Choose the file again; of a folder, choose the files in it.',
    },
    { cause },
  )
}
