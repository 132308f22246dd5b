import { type Row } from '../tensor/Tensor'

/** Median absolute deviation of normal numbers with standard deviation 1. */
const NORMAL_MAD = 0.6745
/** Their mean absolute deviation. */
const NORMAL_MEAN_DEVIATION = Math.sqrt(2 / Math.PI)

const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2

/** Largest number of cells that a sample may have. */
const MOST_CELLS = 1 << 12

/**
 * The numbers of the sample at hand, and those of them among which one is sought. Arrays that a compiler takes as fixed are
 * read in two thirds of the time of an object's.
 */
const numbers = new Float64Array(MOST_CELLS)
const near = new Float64Array(MOST_CELLS)

/**
 * The finite values of one layer at a time, or of a sample of its cells. One object serves all layers of a query, of which
 * there may be millions.
 */
export class LayerSample {
  /** Number of finite values. */
  count = 0
  /** The upper median; NaN if there is no finite value. */
  median = NaN
  /**
   * The median absolute deviation of the values, or, if more than half of them are the same, the mean absolute deviation,
   * each as the standard deviation of normal numbers that have it; 0 of no values.
   */
  scale = 0
  private readonly mostCount: number
  private readonly medians = new MiddleSearch()
  private readonly deviations = new MiddleSearch()

  /** `mostCount` is the largest number of cells that are read of a layer, at most 4,096; of more, an even sample is. */
  constructor(mostCount: number) {
    this.mostCount = Math.min(mostCount, MOST_CELLS)
  }

  /** Reads a layer, in place of the last one. */
  read(row: Row): void {
    const sum = this.fill(row)
    const { count } = this
    const median = this.medians.middleOf(count, sum / count, this.scale)
    let total = 0
    for (let k = 0; k < count; k++) {
      const deviation = Math.abs((numbers[k] ?? NaN) - median)
      numbers[k] = deviation
      total += deviation
    }
    const meanDeviation = total / count
    const middle = this.deviations.middleOf(count, meanDeviation, meanDeviation)
    this.median = median
    this.scale = middle > 0 ? middle / NORMAL_MAD : total / (count || 1) / NORMAL_MEAN_DEVIATION
  }

  /** Reads the finite values of a layer, and returns their sum. */
  private fill({ values, offset, length }: Row): number {
    const most = Math.min(length, this.mostCount)
    let sum = 0
    for (let k = 0; k < most; k++) {
      // Steps of the golden ratio reach all places evenly and never fall into step with a pattern of the values.
      const step = k * GOLDEN_RATIO
      const index = most === length ? k : Math.floor((step - Math.floor(step)) * length)
      const value = values[offset + index] ?? NaN
      numbers[k] = value
      sum += value
    }
    this.count = most
    return Number.isFinite(sum) ? sum : this.dropOthers()
  }

  /** Drops the numbers that are not finite, and returns the sum of the others. */
  private dropOthers(): number {
    let sum = 0
    let count = 0
    for (let k = 0; k < this.count; k++) {
      const number = numbers[k] ?? NaN
      if (number - number !== 0) continue
      numbers[count++] = number
      sum += number
    }
    this.count = count
    return sum
  }
}

/** Factors by which the stretch changes in which a middle is sought: one after it was there, one after it was not. */
const NARROWER = 0.98
const WIDER = 1.3

/** The least and the greatest half of the stretch, in units. */
const REACH = { least: 0.01, most: 10 }

/** Share of the last middle in the guess of the next one. */
const SHARE = 0.2

/** Finds the middle of many samples that are like each other. */
class MiddleSearch {
  /** Distance of the middle from the mean in the last samples, and half the stretch in which the next one is sought. */
  private distance = 0
  private reach = 1

  /**
   * Returns the upper median of the first `count` numbers; NaN if there are none. Both the mean and `unit`, a measure of
   * their spread, only serve the guess of a stretch that holds it. If it does, only the few numbers there are put in order.
   */
  middleOf(count: number, mean: number, unit: number): number {
    const guess = mean + this.distance * unit
    const low = guess - this.reach * unit
    const high = guess + this.reach * unit
    let below = 0
    let upTo = 0
    for (let k = 0; k < count; k++) {
      const number = numbers[k] ?? NaN
      near[upTo - below] = number
      // Without branches, which a processor would guess wrong.
      below += Number(number < low)
      upTo += Number(number <= high)
    }
    const n = (count >> 1) - below
    const isNear = n >= 0 && n < upTo - below
    if (!isNear) for (let k = 0; k < count; k++) near[k] = numbers[k] ?? NaN
    const middle = isNear ? nthLeast(n, upTo - below) : nthLeast(count >> 1, count)
    this.reach = isNear
      ? Math.max(REACH.least, this.reach * NARROWER)
      : Math.min(REACH.most, this.reach * WIDER)
    const distance = Math.max(-REACH.most, Math.min(REACH.most, (middle - mean) / unit))
    if (!Number.isNaN(distance)) this.distance += (distance - this.distance) * SHARE
    return middle
  }
}

/** Number of partitions after which numbers are sorted, since those of a hostile file may part badly every time. */
const MOST_PARTITIONS = 64

/**
 * Returns the n-th least of the first `count` numbers in `near`, counted from 0, and partly orders them (Hoare, “Find”,
 * 1961); NaN if there are none. For few numbers it takes a fraction of the time of a sort.
 */
function nthLeast(n: number, count: number): number {
  let first = 0
  let end = count
  for (let step = 0; end - first > 1; step++) {
    if (step === MOST_PARTITIONS) return near.subarray(0, count).toSorted()[n] ?? NaN
    const pivot = middleOfThree(first, end)
    const notBelow = partition(first, end, pivot)
    if (n < notBelow) end = notBelow
    else if (notBelow > first) first = notBelow
    else {
      const above = partitionLeast(first, end, pivot)
      if (n < above) return pivot
      first = above
    }
  }
  return count === 0 ? NaN : (near[first] ?? NaN)
}

/** Moves the numbers below a pivot to the front, and returns the index of the first other one. */
function partition(first: number, end: number, pivot: number): number {
  let others = first
  for (let k = first; k < end; k++) {
    const number = near[k] ?? NaN
    near[k] = near[others] ?? NaN
    near[others] = number
    others += Number(number < pivot)
  }
  return others
}

/** Moves the numbers that equal the least one to the front, and returns the index of the first other one. */
function partitionLeast(first: number, end: number, least: number): number {
  let others = first
  for (let k = first; k < end; k++) {
    const number = near[k] ?? NaN
    near[k] = near[others] ?? NaN
    near[others] = number
    others += Number(number <= least)
  }
  return others
}

/** Returns the middle one of the first number, the last and one between them. */
function middleOfThree(first: number, end: number): number {
  const a = near[first] ?? NaN
  const b = near[(first + end) >> 1] ?? NaN
  const c = near[end - 1] ?? NaN
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
