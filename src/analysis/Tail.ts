import { quickselect } from 'd3-array'

/** The values up to a cut. Values equal to the cut are only counted, since there may be very many of them. */
export class Tail {
  private readonly cut: number
  private readonly stored: Float64Array
  private count = 0
  private equalCount = 0

  constructor(cut: number, capacity: number) {
    this.cut = cut
    this.stored = new Float64Array(capacity)
  }

  /** Adds a value. It must not be greater than the cut. */
  add(value: number): void {
    if (value === this.cut) this.equalCount++
    else this.stored[this.count++] = value
  }

  /** Returns true if at least `valueCount` values were added and all of those below the cut fitted into the storage. */
  reaches(valueCount: number): boolean {
    return this.count <= this.stored.length && this.count + this.equalCount >= valueCount
  }

  /**
   * Returns the value at a rank, counted from 0 for the least; between two whole ranks the value is interpolated.
   * Adding 0 makes −0 positive.
   */
  valueAt(position: number): number {
    const rank = Math.floor(position)
    const share = position - rank
    const low = this.valueOfRank(rank)
    const high = share > 0 ? this.valueOfRank(rank + 1) : low
    // A difference of the two values may overflow.
    return (low === high ? low : low * (1 - share) + high * share) + 0
  }

  /**
   * Returns the least finite value that is at least `limit`, or `otherwise` if that is less or there is no such value.
   */
  leastFrom(limit: number, otherwise: number): number {
    return this.values.reduce((least, value) => {
      return value >= limit && value < least && value > -Infinity ? value : least
    }, otherwise)
  }

  countBelow(limit: number): number {
    return this.values.reduce((count, value) => count + Number(value < limit), 0)
  }

  private get values(): Float64Array {
    return this.stored.subarray(0, this.count)
  }

  private valueOfRank(rank: number): number {
    const { values } = this
    if (rank >= values.length) return this.cut
    quickselect(values, rank)
    return values[rank] ?? NaN
  }
}
