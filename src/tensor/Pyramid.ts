import { type CellValues, type Numbers } from './CellValues'

/** Extremes of equal blocks: least and greatest number of each; Infinity and −Infinity where it holds none. */
interface PyramidLevel {
  readonly min: Numbers
  readonly max: Numbers
}

/**
 * Extremes of blocks of 16, 256, 4,096 … cells of one array of values, finest first: with them the extremes of any
 * run of cells cost a few dozen reads, however long it is. It takes two fifteenths of the values' memory, and it is
 * enough for the most extreme cell, which is always a run's least or greatest value.
 */
export type Pyramid = readonly PyramidLevel[]

/** Entries of a level that make one of the next. */
const FACTOR = 16

/** Returns a pyramid for each block of a tensor's values, in time linear in them. */
export function pyramidsOf({ blocks }: CellValues): readonly Pyramid[] {
  return blocks.map(pyramidOf)
}

/** Returns the pyramid of an array, in time linear in it. */
export function pyramidOf(values: Numbers): Pyramid {
  const levels: PyramidLevel[] = []
  let below: PyramidLevel = { min: values, max: values }
  while (below.min.length > FACTOR) {
    below = levelOver(below)
    levels.push(below)
  }
  return levels
}

/**
 * Least and greatest number of runs of cells. One object is used for many runs, since a figure asks for more than a
 * hundred thousand in a frame.
 */
export class RunExtent {
  /** `min > max` until a number is met. */
  min = Infinity
  max = -Infinity

  reset(): void {
    this.min = Infinity
    this.max = -Infinity
  }

  /** Takes in the numbers of the run `values[start … end)`. */
  addRun(values: Numbers, pyramid: Pyramid, start: number, end: number): void {
    let min = values
    let max = values
    let from = start
    let to = end
    for (const next of pyramid) {
      const firstBlock = Math.ceil(from / FACTOR)
      const endBlock = Math.floor(to / FACTOR)
      if (firstBlock >= endBlock) break
      this.addEntries(min, max, from, firstBlock * FACTOR)
      this.addEntries(min, max, endBlock * FACTOR, to)
      min = next.min
      max = next.max
      from = firstBlock
      to = endBlock
    }
    this.addEntries(min, max, from, to)
  }

  /** Takes in the entries `from … to` (exclusive) of a level. */
  addEntries(min: Numbers, max: Numbers, from: number, to: number): void {
    let least = this.min
    let greatest = this.max
    for (let i = from; i < to; i++) {
      // Comparisons with NaN are false: what is missing changes nothing.
      const low = min[i] ?? NaN
      if (low < least) least = low
      const high = max[i] ?? NaN
      if (high > greatest) greatest = high
    }
    this.min = least
    this.max = greatest
  }
}

/** The first index in `start … end` (exclusive) that holds `value`, or −1. Looks into blocks only where it can be. */
export function findInRun(
  values: Numbers,
  pyramid: Pyramid,
  [start, end]: readonly [start: number, end: number],
  value: number,
): number {
  const finest = pyramid[0]
  for (let i = start; i < end; i++) {
    const isBlockStart = i % FACTOR === 0 && i + FACTOR <= end
    if (finest !== undefined && isBlockStart && !holds(finest, i / FACTOR, value)) i += FACTOR - 1
    else if (values[i] === value) return i
  }
  return -1
}

function holds({ min, max }: PyramidLevel, block: number, value: number): boolean {
  return value >= (min[block] ?? NaN) && value <= (max[block] ?? NaN)
}

function levelOver(below: PyramidLevel): PyramidLevel {
  const count = Math.ceil(below.min.length / FACTOR)
  const isSingle = below.min instanceof Float32Array
  const min = isSingle ? new Float32Array(count) : new Float64Array(count)
  const max = isSingle ? new Float32Array(count) : new Float64Array(count)
  const extent = new RunExtent()
  for (let block = 0; block < count; block++) {
    extent.reset()
    const end = Math.min((block + 1) * FACTOR, below.min.length)
    extent.addEntries(below.min, below.max, block * FACTOR, end)
    min[block] = extent.min
    max[block] = extent.max
  }
  return { min, max }
}
