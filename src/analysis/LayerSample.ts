import { type Row } from '../tensor/Tensor'

/** Median absolute deviation of normal numbers with standard deviation 1. */
const NORMAL_MAD = 0.6745
/** Their mean absolute deviation. */
const NORMAL_MEAN_DEVIATION = Math.sqrt(2 / Math.PI)

/** Distance from the last layer's median, in standard errors of a median, within which that of the next one is sought. */
const REACH = 3.5

const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2

/** Number of partitions after which values are sorted, since those of a hostile file may part badly every time. */
const MOST_PARTITIONS = 64

/**
 * The finite values of one layer at a time, or of a sample of its cells. One object serves all layers of a query, of which
 * there may be millions.
 */
export class LayerSample {
  /** The upper median; NaN if there is no finite value. */
  median = NaN
  /**
   * The median absolute deviation of the values, or, if more than half of them are the same, the mean absolute deviation,
   * each as the standard deviation of normal numbers that have it; 0 of no values.
   */
  scale = 0
  private readonly all: PartlyOrdered
  private readonly near: PartlyOrdered

  /** `mostCount` is the largest number of cells that are read of a layer; of more, an even sample is. */
  constructor(mostCount: number) {
    this.all = new PartlyOrdered(mostCount)
    this.near = new PartlyOrdered(mostCount)
  }

  get count(): number {
    return this.all.count
  }

  /** Reads a layer, in place of the last one. */
  read(row: Row): void {
    this.fill(row)
    const { numbers, count } = this.all
    const reach = (REACH * this.scale) / Math.sqrt(count)
    const median = this.middle(this.median, reach)
    for (let k = 0; k < count; k++) numbers[k] = Math.abs((numbers[k] ?? NaN) - median)
    this.median = median
    this.scale = count === 0 ? 0 : this.scaleOfDeviations(reach)
  }

  private fill({ values, offset, length }: Row): void {
    const { all } = this
    const count = Math.min(length, all.numbers.length)
    all.count = 0
    for (let k = 0; k < count; k++) {
      // Steps of the golden ratio reach all places evenly and never fall into step with a pattern of the values.
      const index = count === length ? k : Math.floor(((k * GOLDEN_RATIO) % 1) * length)
      const value = values[offset + index] ?? NaN
      if (value - value === 0) all.numbers[all.count++] = value
    }
  }

  private scaleOfDeviations(reach: number): number {
    const { numbers, count } = this.all
    const middle = this.middle(this.scale * NORMAL_MAD, reach / 2)
    if (middle > 0) return middle / NORMAL_MAD
    let sum = 0
    for (let k = 0; k < count; k++) sum += numbers[k] ?? 0
    return sum / count / NORMAL_MEAN_DEVIATION
  }

  /**
   * Returns the upper median of the numbers, and may order them in part; NaN if there are none. If it is within `reach` of
   * a guess, which is that of the last layer, only the few numbers there have to be ordered.
   */
  private middle(guess: number, reach: number): number {
    const { numbers, count } = this.all
    const { near } = this
    const [low, high] = [guess - reach, guess + reach]
    let [below, nearCount] = [0, 0]
    for (let k = 0; k < count; k++) {
      const number = numbers[k] ?? NaN
      near.numbers[nearCount] = number
      // Without branches, which a processor would guess wrong.
      below += Number(number < low)
      nearCount += Number(number >= low) & Number(number <= high)
    }
    near.count = nearCount
    const n = (count >> 1) - below
    return n >= 0 && n < nearCount ? near.nthLeast(n) : this.all.nthLeast(count >> 1)
  }
}

/** Numbers that are put in order as far as needed. */
class PartlyOrdered {
  readonly numbers: Float64Array
  count = 0

  constructor(mostCount: number) {
    this.numbers = new Float64Array(mostCount)
  }

  /**
   * Returns the n-th least of the numbers, counted from 0, and partly orders them (Hoare, “Find”, 1961); NaN if there are
   * none. For few numbers it takes a fraction of the time of a sort.
   */
  nthLeast(n: number): number {
    const { numbers, count } = this
    let first = 0
    let last = count - 1
    for (let step = 0; first < last; step++) {
      if (step === MOST_PARTITIONS) return numbers.subarray(0, count).toSorted()[n] ?? NaN
      const [high, low] = this.partition(first, last)
      if (n <= high) last = high
      else if (n >= low) first = low
      else break
    }
    return count === 0 ? NaN : (numbers[n] ?? NaN)
  }

  /** Orders the numbers between two indices in two parts, and returns the last index of one and the first of the other. */
  private partition(first: number, last: number): readonly [high: number, low: number] {
    const { numbers } = this
    const pivot = numbers[(first + last) >> 1] ?? NaN
    let [low, high] = [first, last]
    for (;;) {
      while ((numbers[low] ?? NaN) < pivot) low++
      while ((numbers[high] ?? NaN) > pivot) high--
      if (low > high) return [high, low]
      const number = numbers[low] ?? NaN
      numbers[low++] = numbers[high] ?? NaN
      numbers[high--] = number
    }
  }
}
