/** Bytes that can be read at any place and in any order. Several ranges can be read at the same time. */
export interface ByteRanges {
  /** Size in bytes. */
  readonly size: number
  /**
   * Returns the bytes from `start` up to `end` (exclusive). Rejects if the platform cannot read them. The result may be
   * shorter if the bytes have changed since `size` was set.
   */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>
}

/** Length in bytes of the first range of each reading. It is enough to recognize a format, and to hold a small file. */
export const FIRST_RANGE = 1 << 16

/** Returns the bytes of a file or blob, read from it when a range is requested. */
export function rangesOfBlob(blob: Blob): ByteRanges {
  const { size } = blob
  return {
    size,
    async read(start, end) {
      // A folder that was dropped as a file may have a size of 0 bytes. Only reading it as a whole fails.
      const part = start === 0 && end === size ? blob : blob.slice(start, end)
      return new Uint8Array(await part.arrayBuffer())
    },
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

/**
 * Yields all bytes, range after range, each of which is requested before it is needed. Throws RangeError if a range is
 * too short, or the platform's error if it cannot be read.
 */
export async function* readAhead(ranges: ByteRanges): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const waiting = rangesUpTo(ranges.size)
  const asked: Promise<Uint8Array<ArrayBuffer>>[] = []
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

async function wholeRange(
  ranges: ByteRanges,
  { start, end }: Range,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunk = await ranges.read(start, end)
  if (chunk.length === end - start) return chunk
  throw new RangeError(`${chunk.length} bytes from byte ${start} to ${end}`)
}
