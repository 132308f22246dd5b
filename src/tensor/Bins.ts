import { cellsOfBin, type BinAxis } from './BinAxis'
import { layerOfRow, tokenOfColumn, type Matrix } from './Matrix'
import { RunExtent, type Pyramid, isMoreExtreme } from './Pyramid'
import { rowOf, type Row } from './Tensor'

/** The value that a bin shows for its cells. */
export type Detail = 'extreme' | 'mean' | 'max' | 'min'

/** A bin by its indices in the windows: row 0 holds the first rows of the window. */
export interface BinPlace {
  readonly binColumn: number
  readonly binRow: number
}

/** The input from which the bins of a matrix are computed. */
export interface BinSource {
  readonly matrix: Matrix
  /** The pyramid of each block of the tensor's values. */
  readonly pyramids: readonly Pyramid[]
  readonly columns: BinAxis
  readonly layers: BinAxis
  readonly detail: Detail
  /**
   * The reference of `extreme`, which shows the value farthest from it: the median of the query's finite values. NaN
   * counts as 0.
   */
  readonly reference: number
}

/**
 * A matrix reduced to the available pixels. Row-major; row 0 holds the first layers of the window. A bin that holds
 * only padding is padding. Missing and padded cells beside numbers do not change the value that is shown.
 */
export interface Bins {
  readonly columns: BinAxis
  readonly layers: BinAxis
  /** The shown similarity of each bin; NaN if the bin has no number. */
  readonly values: Float64Array
  /** 1 if the file has cells in the bin, missing or not; 0 if the whole bin is padding. */
  readonly hasCells: Uint8Array
}

/** Returns all bins of a matrix. To spread the work, use `addBinRow` for one row at a time. */
export function binsOf(source: BinSource): Bins {
  const bins = emptyBins(source)
  for (let row = 0; row < source.layers.binCount; row++) addBinRow(bins, source, row)
  return bins
}

/** Returns bins of which no row is filled in yet. */
export function emptyBins({ columns, layers }: BinSource): Bins {
  const count = columns.binCount * layers.binCount
  const values = new Float64Array(count).fill(NaN)
  return { columns, layers, values, hasCells: new Uint8Array(count) }
}

/** Fills one row of bins, so that a figure can be computed row by row. */
export function addBinRow(bins: Bins, source: BinSource, binRow: number): void {
  const { columns } = source
  const rows = rowsOf(source, binRow)
  const summary = summaryOf(source)
  const { values, hasCells } = bins
  for (let binColumn = 0; binColumn < columns.binCount; binColumn++) {
    const bin = binRow * columns.binCount + binColumn
    hasCells[bin] = summarize(summary, source, rows, binColumn) ? 1 : 0
    values[bin] = shownValue(summary, source)
  }
}

/** Returns the value that one bin shows, or NaN if it has no number. The bin may lie outside the windows. */
export function binValue(source: BinSource, { binColumn, binRow }: BinPlace): number {
  const summary = summaryOf(source)
  summarize(summary, source, rowsOf(source, binRow), binColumn)
  return shownValue(summary, source)
}

function rowsOf({ layers, matrix }: BinSource, binRow: number): readonly Row[] {
  const [first, end] = cellsOfBin(layers, binRow)
  return Array.from({ length: end - first }, (_, k) => {
    return rowOf(matrix.tensor, matrix.queryIndex, layerOfRow(matrix, first + k))
  })
}

function summaryOf({ detail }: BinSource): RunExtent | RunMean {
  return detail === 'mean' ? new RunMean() : new RunExtent()
}

/** Adds the cells of a bin to the summary. Returns false if the file has none of them. */
function summarize(
  summary: RunExtent | RunMean,
  source: BinSource,
  rows: readonly Row[],
  binColumn: number,
): boolean {
  const { matrix, pyramids, columns } = source
  const first = (columns.firstBin + binColumn) * columns.cellsPerBin
  const end = Math.min(first + columns.cellsPerBin, columns.cellCount)
  if (matrix.tokenOrder !== undefined) return summarizeCells(summary, source, rows, [first, end])
  // The tokens of the columns, lowest first, in either direction of the axis.
  const low = tokenOfColumn(matrix, matrix.step === 1 ? first : end - 1)
  let hasCells = false
  summary.reset()
  for (const row of rows) {
    const from = Math.max(0, low - row.firstToken)
    const to = Math.min(row.length, low + end - first - row.firstToken)
    if (from >= to) continue
    hasCells = true
    summary.addRun(row.values, pyramids[row.block] ?? [], row.offset + from, row.offset + to)
  }
  return hasCells
}

/**
 * Adds the cells one by one. Neighbors in a reordered matrix are not neighbors in the file, so there are no runs to
 * use.
 */
function summarizeCells(
  summary: RunExtent | RunMean,
  { matrix, pyramids }: BinSource,
  rows: readonly Row[],
  [first, end]: readonly [first: number, end: number],
): boolean {
  let hasCells = false
  summary.reset()
  for (let column = first; column < end; column++) {
    const token = tokenOfColumn(matrix, column)
    for (const row of rows) {
      const k = token - row.firstToken
      if (k < 0 || k >= row.length) continue
      hasCells = true
      const cell = row.offset + k
      summary.addRun(row.values, pyramids[row.block] ?? [], cell, cell + 1)
    }
  }
  return hasCells
}

/** Returns true if a bin holds only padding. Such a bin shows only the texture of padding. */
export function isPaddingBin(bins: Bins, binIndex: number): boolean {
  return bins.hasCells[binIndex] === 0
}

function shownValue(summary: RunExtent | RunMean, { detail, reference }: BinSource): number {
  if (summary instanceof RunMean) return summary.mean
  const { min, max } = summary
  if (min > max) return NaN
  if (detail === 'max') return max
  if (detail === 'min') return min
  return isMoreExtreme(max, min, reference) ? max : min
}

/** The mean of the numbers in runs of cells. It needs every number, so a pyramid of extremes does not help. */
class RunMean {
  private sum = 0
  private count = 0

  get mean(): number {
    return this.count === 0 ? NaN : this.sum / this.count
  }

  reset(): void {
    this.sum = 0
    this.count = 0
  }

  addRun(values: Float64Array | Float32Array, _pyramid: Pyramid, start: number, end: number): void {
    for (let i = start; i < end; i++) {
      const value = values[i] ?? NaN
      if (Number.isNaN(value)) continue
      this.sum += value
      this.count++
    }
  }
}
