import { type Budget } from './Budget'

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
  /**
   * The memory that everything in the file may take together. Default: that of a file of the source's size.
   */
  readonly budget?: Budget
}
