import { type BinSource } from './BinSource'
import { type Numbers } from './CellValues'
import { layerOfRow } from './Matrix'
import { rowOf, type Row } from './Tensor'

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

  /** Whether all rows lie within one block. If not, the cells cannot be read. */
  readonly areInBlock: boolean

  /** The layers are those of the matrix rows from `start` up to `stop` (exclusive). */
  constructor(
    { matrix, standing }: BinSource,
    [start, stop]: readonly [start: number, stop: number],
  ) {
    const count = stop - start
    const rowAt = (k: number): Row =>
      rowOf(matrix.tensor, matrix.queryIndex, layerOfRow(matrix, start + k))
    const [zeroth, second] = [rowAt(0), rowAt(1)]
    const stride = second.offset - zeroth.offset
    let [areInBlock, isEven] = [true, true]
    let [innerLow, innerHigh] = [-Number.MAX_VALUE, Number.MAX_VALUE]
    this.values = new Float64Array(count)
    this.block = zeroth.values
    this.first = new Int32Array(count)
    this.end = new Int32Array(count)
    this.base = new Float64Array(count)
    this.low = new Float64Array(count)
    this.high = new Float64Array(count)
    for (let k = 0; k < count; k++) {
      const { values, offset, firstToken, length } = rowAt(k)
      areInBlock &&= values === zeroth.values
      isEven &&= offset === zeroth.offset + k * stride
      isEven &&= firstToken === zeroth.firstToken && length === zeroth.length
      this.first[k] = firstToken
      this.end[k] = firstToken + length
      this.base[k] = offset - firstToken
      const layerIndex = layerOfRow(matrix, start + k)
      const low = finiteOr(standing?.low[layerIndex], -Number.MAX_VALUE)
      const high = finiteOr(standing?.high[layerIndex], Number.MAX_VALUE)
      this.low[k] = low
      this.high[k] = high
      innerLow = Math.max(innerLow, low)
      innerHigh = Math.min(innerHigh, high)
    }
    this.areInBlock = areInBlock
    this.stride = isEven ? stride : undefined
    this.innerLow = innerLow
    this.innerHigh = innerHigh
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

function finiteOr(limit: number | undefined, none: number): number {
  return limit !== undefined && Number.isFinite(limit) ? limit : none
}
