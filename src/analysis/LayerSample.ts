import { type Row } from '../tensor/Tensor'

/** Median absolute deviation of normal numbers with standard deviation 1. */
const NORMAL_MAD = 0.6745
/** Their mean absolute deviation. */
const NORMAL_MEAN_DEVIATION = Math.sqrt(2 / Math.PI)

const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2

/** Number of partitions after which values are sorted, since those of a hostile file may part badly every time. */
const MOST_PARTITIONS = 64

/**
 * The finite values of one layer at a time, or of a sample of its cells. One object serves all layers of a query, of which
 * there may be millions.
 */
export class LayerSample {
  count = 0
  /** The upper median; NaN if there is no finite value. */
  median = NaN
  /**
   * The median absolute deviation of the values, or, if more than half of them are the same, the mean absolute deviation,
   * each as the standard deviation of normal numbers that have it; 0 of no values.
   */
  scale = 0
  private readonly numbers: Float64Array

  /** `mostCount` is the largest number of cells that are read of a layer; of more, an even sample is. */
  constructor(mostCount: number) {
    this.numbers = new Float64Array(mostCount)
  }

  /** Reads a layer, in place of the last one. */
  read(row: Row): void {
    this.fill(row)
    const { numbers, count } = this
    this.median = this.nthLeast(count >> 1)
    for (let k = 0; k < count; k++) numbers[k] = Math.abs((numbers[k] ?? NaN) - this.median)
    this.scale = count === 0 ? 0 : this.scaleOfDeviations()
  }

  private fill({ values, offset, length }: Row): void {
    const { numbers } = this
    const count = Math.min(length, numbers.length)
    this.count = 0
    for (let k = 0; k < count; k++) {
      // Steps of the golden ratio reach all places evenly and never fall into step with a pattern of the values.
      const index = count === length ? k : Math.floor(((k * GOLDEN_RATIO) % 1) * length)
      const value = values[offset + index] ?? NaN
      if (value - value === 0) numbers[this.count++] = value
    }
  }

  private scaleOfDeviations(): number {
    const { numbers, count } = this
    const middle = this.nthLeast(count >> 1)
    if (middle > 0) return middle / NORMAL_MAD
    let sum = 0
    for (let k = 0; k < count; k++) sum += numbers[k] ?? 0
    return sum / count / NORMAL_MEAN_DEVIATION
  }

  /**
   * Returns the n-th least of the numbers, counted from 0, and partly orders them (Hoare, “Find”, 1961); NaN if there are
   * none. For few numbers it takes a fraction of the time of a sort.
   */
  private nthLeast(n: number): number {
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
