import { TensorError } from '../../tensor/TensorError'
import { FIRST_RANGE, rangesOfBlob, type ByteRanges } from './ByteRanges'

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
    throw unreadable(name, error)
  }
}

/** Ratio of the length of a range to that of the range before it. */
const GROWTH = 4
/** The longest range, in bytes. */
const LAST_RANGE = 1 << 21
/**
 * Number of ranges that are read while a chunk is processed. While the first chunk is processed it is 0, because that
 * chunk may be all that is needed.
 */
const AHEAD = 2

/** Yields all bytes, range after range. */
async function* readAhead(ranges: ByteRanges): AsyncGenerator<Chunk> {
  const waiting = rangesUpTo(ranges.size)
  const asked: Promise<Chunk>[] = []
  let count = 1
  while (waiting.length + asked.length > 0) {
    for (const range of waiting.splice(0, count - asked.length)) {
      const chunk = wholeRange(ranges, range)
      // A failed range throws when it is awaited below. If an earlier range fails, it is never awaited, so the failure
      // is handled here.
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

/** Returns the ranges of a file, at least one, because an error of an empty file appears only when it is read. */
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
