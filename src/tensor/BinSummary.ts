import { cellsOfBin } from './BinAxis'
import { type BinSource } from './BinSource'
import { lackedCount } from './atLayer'
import { firstTokenIn, layerOfRow, tokenCountIn, tokensOfColumns } from './Matrix'
import { FACTOR, isMoreExtreme, RunSummary } from './Pyramid'
import { distanceFromMedian, type Baselines } from './StandingOut'
import { rowOf, type Row } from './Tensor'
import { TokenCells } from './TokenCells'

/** Least number of layers of a bin from which the cells of a token are read together. */
const MANY_LAYERS = 8

/** One layer of a matrix. */
type LayerRow = Row & { readonly layerIndex: number }

/** A summary of one bin of a row of bins at a time. */
export class BinSummary {
  storedCount = 0
  private readonly source: BinSource
  /** The rows of the matrix from the first one up to the end (exclusive). */
  private readonly layers: readonly [first: number, end: number]
  private madeRows: readonly LayerRow[] | undefined
  /** Present if the bins have few tokens of many layers. */
  private readonly cells: TokenCells | undefined
  private readonly all = new RunSummary()
  private readonly ofRow = new RunSummary()
  private readonly above = new Farthest(1)
  private readonly below = new Farthest(-1)
  private place: readonly [first: number, end: number] = [0, 0]

  constructor(source: BinSource, binRow: number) {
    const { layers, columns, matrix } = source
    this.source = source
    this.layers = cellsOfBin(layers, binRow)
    const [first, end] = this.layers
    const isTall = end - first >= MANY_LAYERS && columns.cellsPerBin < FACTOR
    if (isTall && matrix.tensor.atLayer?.starts === undefined) {
      const cells = new TokenCells(source, this.layers)
      if (cells.areInBlock) this.cells = cells
    }
  }

  /** The layers of the bins. Of very many, whose cells are read together, they are hardly ever needed. */
  private get rows(): readonly LayerRow[] {
    const { matrix } = this.source
    const [first, end] = this.layers
    return (this.madeRows ??= Array.from({ length: end - first }, (_, k) => {
      const layerIndex = layerOfRow(matrix, first + k)
      return { ...rowOf(matrix.tensor, matrix.queryIndex, layerIndex), layerIndex }
    }))
  }

  /** Summarizes the cells of a bin, in place of the last one. */
  read(binColumn: number): void {
    const { source, all, ofRow, cells } = this
    this.place = cellsOfBin(source.columns, binColumn)
    this.storedCount = 0
    all.reset()
    this.above.reset()
    this.below.reset()
    const isTypical = source.detail === 'typical'
    if (cells !== undefined) {
      this.readTokens(cells, isTypical)
      return
    }
    for (const row of this.rows) {
      ofRow.reset()
      this.addRow(row)
      all.add(ofRow)
      if (isTypical && ofRow.count > 0) this.addFarthest(row.layerIndex, ofRow.min, ofRow.max)
    }
  }

  private readTokens(cells: TokenCells, isTypical: boolean): void {
    const { all, ofRow, source } = this
    const [firstRow] = this.layers
    for (const token of tokensOfColumns(source.matrix, ...this.place)) {
      this.storedCount += cells.read(token)
      ofRow.reset()
      ofRow.addPart(cells.values, undefined, 0, cells.values.length)
      all.add(ofRow)
      if (!isTypical || !cells.mayBeFar(ofRow.min, ofRow.max)) continue
      cells.eachFar((row, value) => {
        this.addFarthest(layerOfRow(source.matrix, firstRow + row), value, value)
      })
    }
  }

  get shown(): number {
    const { min, max, count } = this.all
    if (count === 0) return NaN
    const { detail, reference } = this.source
    switch (detail) {
      case 'typical':
        return this.isMean ? this.shownMean : this.farther.value
      case 'mean':
        return this.shownMean
      case 'max':
        return max
      case 'min':
        return min
      case 'extreme':
        return isMoreExtreme(max, min, reference) ? max : min
    }
  }

  get other(): number | undefined {
    const { above, below, storedCount } = this
    const { min, max, count } = this.all
    if (above.isFound && below.isFound) return this.farther === above ? below.value : above.value
    // They have no mean, but each of them is drawn.
    if (this.source.detail === 'mean' && min === -Infinity && max === Infinity) return min
    return count > 0 && count < storedCount / 2 ? NaN : undefined
  }

  get isMean(): boolean {
    const { detail } = this.source
    const hasNone = !this.above.isFound && !this.below.isFound
    return (detail === 'mean' || (detail === 'typical' && hasNone)) && this.all.count > 0
  }

  get mean(): number {
    const { min, max, sum, count } = this.all
    if (count === 0 || (min === -Infinity && max === Infinity)) return NaN
    // A sum of huge numbers may overflow.
    const isTooLarge = !Number.isFinite(sum) && min > -Infinity && max < Infinity
    const mean = isTooLarge ? this.meanOfShares() : sum / count
    // Rounding must not move the mean of equal values.
    return Math.max(min, Math.min(max, mean))
  }

  private get shownMean(): number {
    const { min, max } = this.all
    return min === -Infinity && max === Infinity ? max : this.mean
  }

  private get farther(): Farthest {
    const { above, below } = this
    return above.distance >= below.distance ? above : below
  }

  private meanOfShares(): number {
    const { matrix } = this.source
    const [first, end] = this.place
    let mean = 0
    const tokens = tokensOfColumns(matrix, first, end)
    for (const { values, offset, length, firstToken } of this.rows) {
      for (const token of tokens) {
        const k = token - firstToken
        const value = k >= 0 && k < length ? (values[offset + k] ?? NaN) : NaN
        if (!Number.isNaN(value)) mean += value / this.all.count
      }
    }
    return mean
  }

  private addRow(row: LayerRow): void {
    const [first, end] = this.place
    const { matrix } = this.source
    // Neighbors in a reordered matrix are not neighbors in the file.
    const step = matrix.tokenOrder === undefined ? end - first : 1
    for (let column = first; column < end; column += step) {
      const low = firstTokenIn(matrix, column, step)
      this.addStretch(row, low - row.firstToken, tokenCountIn(matrix, column, step))
    }
  }

  /** Adds the cells of a row from its cell `low` on, of which some may not exist. */
  private addStretch(row: LayerRow, low: number, count: number): void {
    const { values, block, offset, length, firstToken, layerIndex } = row
    const from = Math.max(0, low)
    const to = Math.min(length, low + count)
    if (from >= to) return
    const { tensor } = this.source.matrix
    const lacked = lackedCount(tensor, layerIndex, [firstToken + from, firstToken + to])
    this.storedCount += to - from - lacked
    const pyramid = this.source.pyramids[block] ?? []
    this.ofRow.addRun(values, pyramid, offset + from, offset + to)
  }

  private addFarthest(layerIndex: number, min: number, max: number): void {
    const { standing } = this.source
    if (max === Infinity || (standing !== undefined && max > at(standing.high, layerIndex))) {
      this.above.add(max, standing, layerIndex)
    }
    if (min === -Infinity || (standing !== undefined && min < at(standing.low, layerIndex))) {
      this.below.add(min, standing, layerIndex)
    }
  }
}

/** The cell that stands out most among those on one side of their layers' medians. */
class Farthest {
  value = NaN
  /** In scales of the cell's layer; −Infinity if no cell was added. */
  distance = -Infinity
  private readonly side: 1 | -1

  constructor(side: 1 | -1) {
    this.side = side
  }

  get isFound(): boolean {
    return this.distance > -Infinity
  }

  reset(): void {
    this.value = NaN
    this.distance = -Infinity
  }

  add(value: number, baselines: Baselines | undefined, layerIndex: number): void {
    const isInfinite = baselines === undefined || !Number.isFinite(value)
    const distance = isInfinite
      ? Infinity
      : this.side * distanceFromMedian(baselines, layerIndex, value)
    const isFarther =
      distance > this.distance ||
      // Cells of a layer of equal values are all infinitely far.
      (distance === this.distance && this.side * value > this.side * this.value)
    if (!isFarther) return
    this.value = value
    this.distance = distance
  }
}

function at(limits: Float64Array, layerIndex: number): number {
  return limits[layerIndex] ?? NaN
}
