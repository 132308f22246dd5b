import { type Numbers } from './CellValues'
import { FACTOR, type Pyramid, type PyramidLevel } from './Pyramid'

/** Most values and blocks that are read for one count, which a zoomed figure makes in every frame: a millisecond of work. */
export const MOST_READ = 1 << 16

/** The range within which a number is not counted; both ends belong to it. */
export interface CountedRange {
  readonly low: number
  readonly high: number
}

/**
 * Counts numbers below and above a range in runs of cells, by the extremes of blocks of them. It reads the values only of
 * blocks that may be partly beyond the range.
 */
export class RangeCount {
  below = 0
  above = 0
  /** Number of all numbers, which NaN is not. */
  count = 0
  /** Indices of the values beyond the range. */
  found: number[] = []
  private readonly low: number
  private readonly high: number
  private left: number

  constructor({ low, high }: CountedRange, mostRead: number) {
    this.low = low
    this.high = high
    this.left = mostRead
  }

  /** Whether more was to be read than is allowed, so that the counts are too low. */
  get isCut(): boolean {
    return this.left < 0
  }

  /** Counts the values from `start` up to `end` (exclusive). */
  addRun(values: Numbers, pyramid: Pyramid, start: number, end: number): void {
    let [from, to] = [start, end]
    for (let level = 0; ; level++) {
      const firstBlock = Math.ceil(from / FACTOR)
      const endBlock = Math.floor(to / FACTOR)
      if (pyramid[level] === undefined || firstBlock >= endBlock) {
        this.addPart(values, pyramid, level, [from, to])
        return
      }
      this.addPart(values, pyramid, level, [from, firstBlock * FACTOR])
      this.addPart(values, pyramid, level, [endBlock * FACTOR, to])
      from = firstBlock
      to = endBlock
    }
  }

  /** Counts a value. */
  addValue(value: number, index: number): void {
    this.left--
    if (Number.isNaN(value)) return
    this.count++
    if (value >= this.low && value <= this.high) return
    if (value < this.low) this.below++
    else this.above++
    this.found.push(index)
  }

  /** Counts values (level 0), or the blocks of a level of the pyramid. */
  private addPart(
    values: Numbers,
    pyramid: Pyramid,
    level: number,
    [from, to]: readonly [from: number, to: number],
  ): void {
    const blocks = pyramid[level - 1]
    for (let i = from; i < to && this.left >= 0; i++) {
      if (blocks === undefined) this.addValue(values[i] ?? NaN, i)
      else if (!this.addWhole(blocks, i)) {
        const length = (pyramid[level - 2]?.min ?? values).length
        this.addPart(values, pyramid, level - 1, [i * FACTOR, Math.min((i + 1) * FACTOR, length)])
      }
    }
  }

  /** Counts a block if none of its numbers is beyond the range; returns whether that is so. */
  private addWhole({ min, max, count }: PyramidLevel, block: number): boolean {
    this.left--
    const numbers = count[block] ?? 0
    const isInside = (min[block] ?? NaN) >= this.low && (max[block] ?? NaN) <= this.high
    if (isInside) this.count += numbers
    return isInside || numbers === 0
  }
}
