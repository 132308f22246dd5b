import { type Numbers } from './CellValues'
import { type StandingOut } from './StandingOut'
import { type Row } from './Tensor'

/** One layer of a matrix. */
export type LayerRow = Row & { readonly layerIndex: number }

/**
 * The cells of many layers, one token at a time. A table of very many rows has millions of them in bins of one token,
 * which plain arrays of numbers make several times faster.
 */
export class TokenCells {
  /** The values of the token by row; NaN if one is missing or the row does not cover the token. */
  readonly values: Float64Array
  private readonly block: Numbers
  /** By row: the first token, the token after the last, and the index of the value that token 0 would have. */
  private readonly first: Int32Array
  private readonly end: Int32Array
  private readonly base: Float64Array
  /** The distance of two rows in the block, if all rows cover the same tokens and lie at equal distances. */
  private readonly stride: number | undefined
  /** By row: the limits beyond which a cell stands out. */
  private readonly low: Float64Array
  private readonly high: Float64Array
  /** The limits between which no cell of any row stands out. */
  private readonly innerLow: number
  private readonly innerHigh: number

  /** All rows must lie within one block. */
  constructor(block: Numbers, rows: readonly LayerRow[], standing: StandingOut | undefined) {
    this.values = new Float64Array(rows.length)
    this.block = block
    this.first = Int32Array.from(rows, ({ firstToken }) => firstToken)
    this.end = Int32Array.from(rows, ({ firstToken, length }) => firstToken + length)
    this.base = Float64Array.from(rows, ({ offset, firstToken }) => offset - firstToken)
    this.stride = strideOf(rows)
    const limitsOf = (limits: Float64Array | undefined, none: number): Float64Array =>
      Float64Array.from(rows, ({ layerIndex }) => finiteOr(limits?.[layerIndex], none))
    this.low = limitsOf(standing?.low, -Number.MAX_VALUE)
    this.high = limitsOf(standing?.high, Number.MAX_VALUE)
    this.innerLow = this.low.reduce((most, limit) => Math.max(most, limit), -Infinity)
    this.innerHigh = this.high.reduce((least, limit) => Math.min(least, limit), Infinity)
  }

  /** Reads the cells of a token, in place of the last one, and returns the number of those that exist, missing or not. */
  read(token: number): number {
    const { values, block, base, stride } = this
    if (stride !== undefined && this.isCovered(token, 0)) return this.readEvenly(token, stride)
    let count = 0
    for (let row = 0; row < values.length; row++) {
      const isCovered = this.isCovered(token, row)
      values[row] = isCovered ? (block[(base[row] ?? 0) + token] ?? NaN) : NaN
      if (isCovered) count++
    }
    return count
  }

  /** Whether a value from `min` to `max` may be beyond the limits of a layer. */
  mayBeFar(min: number, max: number): boolean {
    return min < this.innerLow || max > this.innerHigh
  }

  private isCovered(token: number, row: number): boolean {
    return token >= (this.first[row] ?? 0) && token < (this.end[row] ?? 0)
  }

  private readEvenly(token: number, stride: number): number {
    const { values, block } = this
    let index = (this.base[0] ?? 0) + token
    for (let row = 0; row < values.length; row++) {
      values[row] = block[index] ?? NaN
      index += stride
    }
    return values.length
  }

  /** Calls `add` with the row and the value of each cell that is infinite or beyond the limits of its layer. */
  eachFar(add: (row: number, value: number) => void): void {
    const { values, low, high } = this
    for (let row = 0; row < values.length; row++) {
      const value = values[row] ?? NaN
      if (value < (low[row] ?? NaN) || value > (high[row] ?? NaN)) add(row, value)
    }
  }
}

function strideOf(rows: readonly LayerRow[]): number | undefined {
  const [first, second] = rows
  if (first === undefined || second === undefined) return undefined
  const stride = second.offset - first.offset
  const isRegular = rows.every(({ offset, firstToken, length }, row) => {
    return (
      offset === first.offset + row * stride &&
      firstToken === first.firstToken &&
      length === first.length
    )
  })
  return isRegular ? stride : undefined
}

function finiteOr(limit: number | undefined, none: number): number {
  return limit !== undefined && Number.isFinite(limit) ? limit : none
}
