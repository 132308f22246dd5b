import { cellsOfBin, type BinAxis } from './BinAxis'
import { isMoreExtreme } from './isMoreExtreme'
import { layerOfRow, tokenOfColumn, type Matrix } from './Matrix'
import { RunExtent, type Pyramid } from './Pyramid'
import { rowOf, type Row } from './Tensor'

/** Which value stands for the cells of a bin. */
export type Detail = 'extreme' | 'mean' | 'max' | 'min'

/** A bin by its place in the windows: row 0 holds their first rows. */
export interface BinPlace {
  readonly binColumn: number
  readonly binRow: number
}

/** What the bins of a matrix are made from. */
export interface BinSource {
  readonly matrix: Matrix
  /** Of the tensor's values, block by block. */
  readonly pyramids: readonly Pyramid[]
  readonly columns: BinAxis
  readonly layers: BinAxis
  readonly detail: Detail
  /** What *extreme* is far from: the median of the query's finite values (NaN counts as 0). */
  readonly reference: number
}

/**
 * A matrix as the available pixels allow it. Row-major, row 0 holds the window's first layers. A bin of padding only is
 * padding; any missing and padded cells beside numbers change nothing of what is shown.
 */
export interface Bins {
  readonly columns: BinAxis
  readonly layers: BinAxis
  /** The shown similarity; NaN where the bin has none. */
  readonly values: Float64Array
  /** 1 where the file has cells in the bin, missing or not; 0 where all of it is padding. */
  readonly hasCells: Uint8Array
}

/** All bins at once; `binRows` does it in parts. */
export function binsOf(source: BinSource): Bins {
  const bins = emptyBins(source)
  for (let row = 0; row < source.layers.binCount; row++) addBinRow(bins, source, row)
  return bins
}

export function emptyBins({ columns, layers }: BinSource): Bins {
  const count = columns.binCount * layers.binCount
  const values = new Float64Array(count).fill(NaN)
  return { columns, layers, values, hasCells: new Uint8Array(count) }
}

/** Fills one row of bins: the work of a figure can be cut into rows. */
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

/** The value that stands for one bin, also for one outside the windows; NaN for none. */
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

/** Reads a bin's cells into the summary; false where the file has none of them. */
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
  // The tokens of the columns, lowest first, whichever way the axis runs.
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

/** The same, cell by cell: neighbours in an order of their own are none in the file, so there are no runs. */
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

/** Whether no cell of the bin has a token: nothing is drawn there but the padding's texture. */
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

/** The mean of the numbers of runs of cells; a mean has no use for a pyramid of extremes. */
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
