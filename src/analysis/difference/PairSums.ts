/** Statistics of cells that are finite in A and in B; of no cell, all but the count are NaN. */
export interface PairStatistics {
  readonly count: number
  /** Means of A, of B, of A − B, and of |A − B|; root of the mean of (A − B)². */
  readonly meanA: number
  readonly meanB: number
  readonly mean: number
  readonly meanMagnitude: number
  readonly rootMeanSquare: number
  /** Pearson's r of A and B; NaN if one of them is constant. */
  readonly pearson: number
  /** Share of the cells with the same sign; 0 has a sign of its own. */
  readonly sameSignShare: number
}

/** Sums over cells that are finite in A and in B, from which their statistics are made. */
export class PairSums {
  count = 0
  private meanA = 0
  private meanB = 0
  /** Sums of the squared distances from the means, and of their products. */
  private aa = 0
  private bb = 0
  private ab = 0
  private magnitude = 0
  private square = 0
  private sameSignCount = 0

  /** Adds one cell (Welford, “Note on a method for calculating corrected sums of squares”, 1962). */
  add(a: number, b: number): void {
    const difference = a - b
    const toA = a - this.meanA
    const toB = b - this.meanB
    this.count++
    this.meanA += toA / this.count
    this.meanB += toB / this.count
    this.aa += toA * (a - this.meanA)
    this.bb += toB * (b - this.meanB)
    this.ab += toA * (b - this.meanB)
    this.magnitude += Math.abs(difference)
    this.square += difference * difference
    this.sameSignCount += Number(Math.sign(a) === Math.sign(b))
  }

  /** Adds the cells of other sums (Chan, Golub and LeVeque, “Updating formulae”, 1979). */
  addAll(other: PairSums): void {
    if (other.count === 0) return
    const count = this.count + other.count
    const toA = other.meanA - this.meanA
    const toB = other.meanB - this.meanB
    const weight = (this.count * other.count) / count
    this.aa += other.aa + toA * toA * weight
    this.bb += other.bb + toB * toB * weight
    this.ab += other.ab + toA * toB * weight
    this.meanA += (toA * other.count) / count
    this.meanB += (toB * other.count) / count
    this.magnitude += other.magnitude
    this.square += other.square
    this.sameSignCount += other.sameSignCount
    this.count = count
  }

  /** Mean of |A − B|; NaN of no cell. */
  get meanMagnitude(): number {
    return this.magnitude / this.count
  }

  /** Returns the statistics of the cells so far. */
  statistics(): PairStatistics {
    const { count, aa, bb, ab } = this
    const [meanA, meanB] = count === 0 ? [NaN, NaN] : [this.meanA, this.meanB]
    return {
      count,
      meanA,
      meanB,
      mean: meanA - meanB,
      meanMagnitude: this.meanMagnitude,
      rootMeanSquare: Math.sqrt(this.square / count),
      pearson: aa * bb === 0 ? NaN : ab / Math.sqrt(aa * bb),
      sameSignShare: this.sameSignCount / count,
    }
  }
}
