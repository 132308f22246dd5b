import { type CellValues, type Numbers } from './CellValues'

/**
 * The least and the greatest number of each block of equal length (Infinity and −Infinity if a block has no number), the
 * sum of its numbers and how many there are.
 */
export interface PyramidLevel {
  readonly min: Numbers
  readonly max: Numbers
  readonly sum: Float64Array
  readonly count: Uint8Array | Uint32Array
}

/**
 * Summaries of blocks of 16, 256, 4,096 … cells of one array of values, finest level first. With them, finding the
 * extremes and the mean of a run of cells takes a few dozen reads, however long the run is. A pyramid takes less than a
 * quarter of the memory of float64 values. It is also enough to find the most extreme cell, which is always the least
 * or the greatest value of a run.
 */
export type Pyramid = readonly PyramidLevel[]

/** Number of entries of a level that make one entry of the next. */
export const FACTOR = 16

/** Returns a pyramid for each block of a tensor's values, in linear time. */
export function pyramidsOf({ blocks }: CellValues): readonly Pyramid[] {
  return blocks.map(pyramidOf)
}

/** Returns the pyramid of an array, in linear time. */
export function pyramidOf(values: Numbers): Pyramid {
  if (values.length <= FACTOR) return []
  let last = levelOverValues(values)
  const levels = [last]
  while (last.min.length > FACTOR) {
    last = levelOver(values, last)
    levels.push(last)
  }
  return levels
}

/**
 * The extremes, the sum and the count of the numbers in runs of cells. One object serves many runs, because a figure
 * reads more than a hundred thousand runs in a frame.
 */
export class RunSummary {
  /** `min > max` until a number has been added. */
  min = Infinity
  max = -Infinity
  /** NaN if both infinities were added. The sum of huge numbers may overflow. */
  sum = 0
  count = 0

  reset(): void {
    this.min = Infinity
    this.max = -Infinity
    this.sum = 0
    this.count = 0
  }

  /** Adds the numbers of `values` from `start` up to `end` (exclusive). */
  addRun(values: Numbers, pyramid: Pyramid, start: number, end: number): void {
    let level: PyramidLevel | undefined
    let from = start
    let to = end
    for (const next of pyramid) {
      const firstBlock = Math.ceil(from / FACTOR)
      const endBlock = Math.floor(to / FACTOR)
      if (firstBlock >= endBlock) break
      this.addPart(values, level, from, firstBlock * FACTOR)
      this.addPart(values, level, endBlock * FACTOR, to)
      level = next
      from = firstBlock
      to = endBlock
    }
    this.addPart(values, level, from, to)
  }

  /** Adds the numbers of another summary. */
  add({ min, max, sum, count }: RunSummary): void {
    if (min < this.min) this.min = min
    if (max > this.max) this.max = max
    this.sum += sum
    this.count += count
  }

  /** Adds the values, or the entries of a level, from `from` up to `to` (exclusive). */
  addPart(values: Numbers, level: PyramidLevel | undefined, from: number, to: number): void {
    if (level === undefined) this.addValues(values, from, to)
    else this.addEntries(level, from, to)
  }

  private addValues(values: Numbers, from: number, to: number): void {
    let { min, max, sum, count } = this
    for (let i = from; i < to; i++) {
      const value = values[i] ?? NaN
      if (Number.isNaN(value)) continue
      if (value < min) min = value
      if (value > max) max = value
      sum += value
      count++
    }
    this.min = min
    this.max = max
    this.sum = sum
    this.count = count
  }

  private addEntries(level: PyramidLevel, from: number, to: number): void {
    let { min, max, sum, count } = this
    for (let i = from; i < to; i++) {
      const low = level.min[i] ?? NaN
      if (low < min) min = low
      const high = level.max[i] ?? NaN
      if (high > max) max = high
      sum += level.sum[i] ?? 0
      count += level.count[i] ?? 0
    }
    this.min = min
    this.max = max
    this.sum = sum
    this.count = count
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

function emptyLevel(values: Numbers, length: number, isFinest: boolean): PyramidLevel {
  const isSingle = values instanceof Float32Array
  return {
    min: isSingle ? new Float32Array(length) : new Float64Array(length),
    max: isSingle ? new Float32Array(length) : new Float64Array(length),
    sum: new Float64Array(length),
    count: isFinest ? new Uint8Array(length) : new Uint32Array(length),
  }
}

/** Returns the finest level. It reads every cell of a tensor, so its numbers stay in local variables. */
function levelOverValues(values: Numbers): PyramidLevel {
  const level = emptyLevel(values, Math.ceil(values.length / FACTOR), true)
  for (let block = 0; block < level.min.length; block++) {
    const end = Math.min((block + 1) * FACTOR, values.length)
    let min = Infinity
    let max = -Infinity
    let sum = 0
    let count = 0
    for (let i = block * FACTOR; i < end; i++) {
      const value = values[i] ?? NaN
      if (Number.isNaN(value)) continue
      if (value < min) min = value
      if (value > max) max = value
      sum += value
      count++
    }
    level.min[block] = min
    level.max[block] = max
    level.sum[block] = sum
    level.count[block] = count
  }
  return level
}

function levelOver(values: Numbers, below: PyramidLevel): PyramidLevel {
  const { length } = below.min
  const level = emptyLevel(values, Math.ceil(length / FACTOR), false)
  const summary = new RunSummary()
  for (let block = 0; block < level.min.length; block++) {
    summary.reset()
    summary.addPart(values, below, block * FACTOR, Math.min((block + 1) * FACTOR, length))
    level.min[block] = summary.min
    level.max[block] = summary.max
    level.sum[block] = summary.sum
    level.count[block] = summary.count
  }
  return level
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
