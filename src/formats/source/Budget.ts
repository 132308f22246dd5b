import { TensorError } from '../../tensor/TensorError'
import { grouped } from '../../text/counted'

/** Number of bytes of the widest number (float64), in a file and in memory. */
export const CELL_BYTES = 8

/** The largest number of cells that browsers hold in one buffer. */
const MOST_CELLS = 2 ** 28

/** Returns the largest number of cells that a file may have. `maxCellCount` is that of its `ReadOptions`. */
export function cellLimitOf(maxCellCount = Infinity): number {
  return Math.min(maxCellCount, MOST_CELLS)
}

/** Bytes that a file of any size may take in memory: twice those of 16 million zeros, which pack very well. */
const FREE_BYTES = 288 << 20

/**
 * Most bytes in memory for each byte of a larger file. Numbers rarely become more than eight times longer when they are
 * read, and texts of numbers seldom pack better than this.
 */
const MOST_RATIO = 64

/** Number of bytes for headers and texts beside the numbers. */
const SPARE_BYTES = 32 << 20

/**
 * The memory that the reading of one file may take. Every part that is kept is added up, because a small file can name
 * the same bytes thousands of times.
 */
export class Budget {
  /** Most bytes of everything that is kept, and most bytes that a packed file may unpack to. */
  readonly byteLimit: number
  private readonly packedSize: number
  private readonly cellLimit: number
  private keptBytes = 0
  private cellCount = 0

  /**
   * `packedSize` is the size in bytes of the file on the disk; undefined if it is not known. `maxCellCount` is that of the
   * file's `ReadOptions`.
   */
  constructor(packedSize?: number, maxCellCount?: number) {
    this.packedSize = packedSize ?? Infinity
    this.cellLimit = cellLimitOf(maxCellCount)
    this.byteLimit = Math.min(
      this.cellLimit * CELL_BYTES + SPARE_BYTES,
      Math.max(FREE_BYTES, MOST_RATIO * this.packedSize),
    )
  }

  /** Adds the cells of an array that is kept. Throws TensorError (too-large) if all of them together are too many. */
  keepCells(count: number, cellBytes = CELL_BYTES): void {
    this.cellCount += count
    if (this.cellCount > this.cellLimit) throw tooLarge(this.cellCount, this.cellLimit)
    this.keep(count * cellBytes)
  }

  /** Adds bytes that are kept. Throws TensorError (too-large) if all of them together are too many. */
  keep(byteCount: number): void {
    this.keptBytes += byteCount
    if (this.keptBytes > this.byteLimit) throw this.exceeded(this.keptBytes, 'its contents take')
  }

  /**
   * Throws TensorError (too-large) if a file, or one that is packed in it, may not be unpacked to so many bytes. A file
   * that is unpacked more than once is not counted more than once.
   */
  checkUnpacked(byteCount: number): void {
    if (byteCount > this.byteLimit) throw this.exceeded(byteCount, 'it unpacks to')
  }

  /** Returns the error for more bytes than `limit`, by default the budget's. `verb` is as in `it unpacks to`. */
  exceeded(byteCount: number, verb: string, limit = this.byteLimit): TensorError {
    const size = Number.isFinite(this.packedSize) ? `has ${sizeText(this.packedSize)}, but ` : ''
    return new TensorError({
      tag: 'too-large',
      message: `The file ${size}${verb} ${sizeText(byteCount)} or more: more than the ${sizeText(limit)} that are read from such a file.`,
      advice:
        'Save the arrays once each and not packed, in files that hold up to 268 million cells.',
    })
  }
}

/** Returns a size in bytes, rounded for people: `787 bytes`, `2.3 MB`, `1.2 GB`. */
function sizeText(byteCount: number): string {
  if (byteCount < 1e4) return `${byteCount} bytes`
  if (byteCount < 1e6) return `${Math.round(byteCount / 1e3)} kB`
  if (byteCount < 1e9) return `${Number((byteCount / 1e6).toPrecision(3))} MB`
  return `${(byteCount / 1e9).toFixed(1)} GB`
}

/** Most rows of all queries of a tensor: each takes far more memory than a cell. */
const MOST_ROWS = 1 << 21

/** Throws TensorError (too-large) if a tensor has more rows than are read, however short they are. */
export function checkRows(rowCount: number): void {
  if (rowCount <= MOST_ROWS) return
  throw new TensorError({
    tag: 'too-large',
    message: `The tensor has ${grouped(rowCount)} rows: more than the ${grouped(MOST_ROWS)} that are read.`,
    advice: 'If its rows are tokens, save it transposed; otherwise split it by layers or queries.',
  })
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
