import { TensorError } from '../../tensor/TensorError'

/** The state of a reading. */
export interface Progress {
  /** Number of bytes read so far, as the file lies on the disk: packed bytes if it is packed. */
  readonly bytesRead: number
  /** Number of bytes in the file. Undefined if it is not known. */
  readonly byteCount: number | undefined
  /** Number of values read so far. */
  readonly cellCount: number
}

/** Options of reading a file. */
export interface ReadOptions {
  /** Called after each chunk, with counts that never decrease. The last call counts all bytes. */
  readonly onProgress?: (progress: Progress) => void
  /** Checked between chunks. If it is aborted, reading throws its reason. */
  readonly signal?: AbortSignal
  /**
   * The largest number of cells. If the file certainly has more, reading throws TensorError (too-large). Default: no
   * limit.
   */
  readonly maxCellCount?: number
}

/** Number of bytes of the widest number (float64), in a file and in memory. */
export const CELL_BYTES = 8

/** The largest number of cells that browsers hold in one buffer. */
const MOST_CELLS = 2 ** 28

/** Returns the largest number of cells that a file may have. */
export function cellLimitOf({ maxCellCount = Infinity }: ReadOptions): number {
  return Math.min(maxCellCount, MOST_CELLS)
}

/** Returns the error for a tensor of `cellCount` cells, if memory is available only for `fitCount` cells. */
export function tooLarge(cellCount: number, fitCount: number, cause?: unknown): TensorError {
  return new TensorError(
    {
      tag: 'too-large',
      message: `The tensor has about ${millions(cellCount)} cells, ${memory(cellCount)} of numbers: more than this browser can be sure to hold.`,
      advice: `Split the file by layers or queries: up to ${millions(fitCount)} cells fit (${memory(fitCount)}).`,
    },
    { cause },
  )
}

function millions(count: number): string {
  return `${Math.round(count / 1e6)} million`
}

function memory(cellCount: number): string {
  const bytes = cellCount * CELL_BYTES
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}
