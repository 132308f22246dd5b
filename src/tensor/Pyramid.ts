import { type CellValues, type Numbers } from './CellValues'

/** The least and the greatest number of each block of equal length; Infinity and −Infinity if a block has no number. */
interface PyramidLevel {
  readonly min: Numbers
  readonly max: Numbers
}

/**
 * The extremes of blocks of 16, 256, 4,096 … cells of one array of values, finest level first. With them, finding the
 * extremes of a run of cells takes a few dozen reads, however long the run is. A pyramid takes two fifteenths of the
 * memory of the values. It is also enough to find the most extreme cell, which is always the least or the greatest
 * value of a run.
 */
export type Pyramid = readonly PyramidLevel[]

/** Number of entries of a level that make one entry of the next. */
const FACTOR = 16

/** Returns a pyramid for each block of a tensor's values, in linear time. */
export function pyramidsOf({ blocks }: CellValues): readonly Pyramid[] {
  return blocks.map(pyramidOf)
}

/** Returns the pyramid of an array, in linear time. */
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
 * The least and the greatest number of runs of cells. One object serves many runs, because a figure reads more than a
 * hundred thousand runs in a frame.
 */
export class RunExtent {
  /** `min > max` until a number has been added. */
  min = Infinity
  max = -Infinity

  reset(): void {
    this.min = Infinity
    this.max = -Infinity
  }

  /** Adds the numbers of `values` from `start` up to `end` (exclusive). */
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

  /** Adds the entries of a level from `from` up to `to` (exclusive). */
  addEntries(min: Numbers, max: Numbers, from: number, to: number): void {
    let least = this.min
    let greatest = this.max
    for (let i = from; i < to; i++) {
      // Comparisons with NaN are false, so missing values change nothing.
      const low = min[i] ?? NaN
      if (low < least) least = low
      const high = max[i] ?? NaN
      if (high > greatest) greatest = high
    }
    this.min = least
    this.max = greatest
  }
}

/**
 * Returns the first index from `start` up to `end` (exclusive) that holds `value`, or −1. It reads only blocks whose
 * extremes allow the value.
 */
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

/**
 * Returns true if `candidate` is more extreme than `other`, which means farther from `reference`. If both are equally far, the
 * larger magnitude is more extreme, then the larger value. A NaN reference counts as 0.
 */
export function isMoreExtreme(candidate: number, other: number, reference: number): boolean {
  const center = Number.isNaN(reference) ? 0 : reference
  const byDistance = compare(Math.abs(candidate - center), Math.abs(other - center))
  if (byDistance !== 0) return byDistance > 0
  const byMagnitude = compare(Math.abs(candidate), Math.abs(other))
  return byMagnitude === 0 ? candidate > other : byMagnitude > 0
}

/** Returns the order of two numbers. It also works for infinities, whose difference is NaN. */
function compare(a: number, b: number): number {
  if (a === b) return 0
  return a > b ? 1 : -1
}
