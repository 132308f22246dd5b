import { quickselect } from 'd3-array'

/** The values up to a cut; those that are equal to it, which may be very many, are only counted. */
export class Tail {
  private readonly cut: number
  private readonly stored: Float64Array
  private count = 0
  private equalCount = 0

  constructor(cut: number, capacity: number) {
    this.cut = cut
    this.stored = new Float64Array(capacity)
  }

  /** Of a value that is not above the cut. */
  add(value: number): void {
    if (value === this.cut) this.equalCount++
    else this.stored[this.count++] = value
  }

  /** Whether so many values were added, and had room. */
  reaches(valueCount: number): boolean {
    return this.count <= this.stored.length && this.count + this.equalCount >= valueCount
  }

  /** The value at a rank, 0 for the least, interpolated where it is not whole. Adding 0 makes a zero the positive one. */
  valueAt(position: number): number {
    const rank = Math.floor(position)
    const share = position - rank
    const low = this.valueOfRank(rank)
    const high = share > 0 ? this.valueOfRank(rank + 1) : low
    // Without a difference, which may overflow.
    return (low === high ? low : low * (1 - share) + high * share) + 0
  }

  /** The least of the finite values from `limit` on; `otherwise` where that is less or there is none. */
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
