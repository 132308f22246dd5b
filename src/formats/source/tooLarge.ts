import { TensorError } from '../../tensor/TensorError'
import { type ReadOptions } from './Progress'

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
