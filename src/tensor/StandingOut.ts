import { type Numbers } from './CellValues'
import { type Matrix } from './Matrix'
import { FACTOR, type Pyramid } from './Pyramid'
import { layerCountOf, rowOf } from './Tensor'

/** The middle and the spread of each layer's values, in which its cells are measured. Indexed by layer. */
export interface Baselines {
  readonly medians: Float64Array
  /** Robust standard deviations; 0 if all values of a layer are the same. */
  readonly scales: Float64Array
}

/** The cells that stand out in their own layer: those below `low`, those above `high`, and infinite ones. */
export interface StandingOut extends Baselines {
  /** Number of scales from the median within which no finite cell stands out. */
  readonly threshold: number
  /** Limits of each layer; NaN if none of its finite cells stands out. */
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Returns the rule by which cells stand out that are more than `threshold` scales away from their layer's median. */
export function standingOut({ medians, scales }: Baselines, threshold: number): StandingOut {
  const low = new Float64Array(medians.length)
  const high = new Float64Array(medians.length)
  for (let layer = 0; layer < medians.length; layer++) {
    const reach = threshold * (scales[layer] ?? NaN)
    low[layer] = (medians[layer] ?? NaN) - reach
    high[layer] = (medians[layer] ?? NaN) + reach
  }
  return { medians, scales, threshold, low, high }
}

/** Returns the distance of a value from its layer's median, in scales of the layer; positive above the median. */
export function distanceFromMedian(
  { medians, scales }: Baselines,
  layerIndex: number,
  value: number,
): number {
  const difference = value - (medians[layerIndex] ?? NaN)
  // A layer of equal values has no scale: in it, any other value is infinitely far.
  return difference === 0 ? 0 : difference / (scales[layerIndex] ?? NaN)
}

/** A cell that stands out. */
export interface StandingCell {
  readonly layerIndex: number
  readonly tokenIndex: number
  readonly value: number
}

/**
 * Returns cells of a matrix that stand out, layer by layer, at most `limit` of them. It reads only blocks whose extremes
 * allow one.
 */
export function standingCells(
  { tensor, queryIndex }: Pick<Matrix, 'tensor' | 'queryIndex'>,
  pyramids: readonly Pyramid[],
  rule: StandingOut,
  limit: number,
): readonly StandingCell[] {
  const cells: StandingCell[] = []
  let search: OutsideSearch | undefined
  for (let layerIndex = 0; layerIndex < layerCountOf(tensor, queryIndex); layerIndex++) {
    const { values, block, offset, length, firstToken } = rowOf(tensor, queryIndex, layerIndex)
    const low = rule.low[layerIndex] ?? NaN
    const high = rule.high[layerIndex] ?? NaN
    if (search?.values !== values) search = new OutsideSearch(values, pyramids[block] ?? [])
    search.low = low
    search.high = high
    for (const index of search.indicesIn(offset, offset + length, limit - cells.length)) {
      const tokenIndex = firstToken + index - offset
      cells.push({ layerIndex, tokenIndex, value: values[index] ?? NaN })
    }
    if (cells.length >= limit) break
  }
  return cells
}

/** Finds values of a block that are beyond limits or infinite. */
class OutsideSearch {
  readonly values: Numbers
  low = NaN
  high = NaN
  private readonly pyramid: Pyramid
  private found: number[] = []
  private limit = 0

  constructor(values: Numbers, pyramid: Pyramid) {
    this.values = values
    this.pyramid = pyramid
  }

  /** Returns the indices of at most `limit` such values from `start` up to `end` (exclusive), in no order. */
  indicesIn(start: number, end: number, limit: number): readonly number[] {
    if (this.found.length > 0) this.found = []
    this.limit = limit
    let from = start
    let to = end
    for (let level = 0; ; level++) {
      const firstBlock = Math.ceil(from / FACTOR)
      const endBlock = Math.floor(to / FACTOR)
      if (this.pyramid[level] === undefined || firstBlock >= endBlock) {
        this.visit(level, from, to)
        return this.found
      }
      this.visit(level, from, firstBlock * FACTOR)
      this.visit(level, endBlock * FACTOR, to)
      from = firstBlock
      to = endBlock
    }
  }

  /** Searches the values (level 0) or blocks (a level of the pyramid above them) from `from` up to `to` (exclusive). */
  private visit(level: number, from: number, to: number): void {
    const blocks = this.pyramid[level - 1]
    const { min, max } = blocks ?? { min: this.values, max: this.values }
    for (let i = from; i < to && this.found.length < this.limit; i++) {
      if (!this.isOutside(min[i] ?? NaN, max[i] ?? NaN)) continue
      if (blocks === undefined) this.found.push(i)
      else this.visit(level - 1, i * FACTOR, Math.min((i + 1) * FACTOR, this.lengthOf(level - 1)))
    }
  }

  private lengthOf(level: number): number {
    return (this.pyramid[level - 1]?.min ?? this.values).length
  }

  /** Returns whether the least or the greatest of some values is outside; false for blocks without a number. */
  private isOutside(min: number, max: number): boolean {
    if (!(min <= max)) return false
    return min < this.low || max > this.high || min === -Infinity || max === Infinity
  }
}
