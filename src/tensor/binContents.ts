import { cellsOfBin, type BinAxis } from './BinAxis'
import { type BinPlace, type BinSource } from './Bins'
import { columnOfToken, tokenOfColumn, type Matrix } from './Matrix'
import { findInRun } from './Pyramid'
import { rowOf } from './Tensor'

/** A cell of a matrix, as displayed. */
export interface MatrixCell {
  readonly layerIndex: number
  readonly columnIndex: number
}

/** How many of a bin's cells are what. */
export interface BinCounts {
  readonly cellCount: number
  readonly missingCount: number
  readonly paddingCount: number
}

/**
 * The cell whose value a bin shows: of equal ones that of the lowest layer, then of the first token. Where no cell has
 * the value (a mean, or nothing but missing cells), the first that is not padding; of padding only, the bin's first.
 */
export function shownCell(source: BinSource, place: BinPlace, shown: number): MatrixCell {
  const [firstLayer, endLayer] = cellsOfBin(source.layers, place.binRow)
  const [firstColumn] = cellsOfBin(source.columns, place.binColumn)
  const { values } = source.matrix.tensor
  let first: MatrixCell | undefined
  for (let layerIndex = firstLayer; layerIndex < endLayer; layerIndex++) {
    const run = runOf(source.matrix, source.columns, layerIndex, place.binColumn)
    const cellOf = (index: number): MatrixCell => {
      const token = run.firstToken + index - run.start
      return { layerIndex, columnIndex: columnOfToken(source.matrix, token) }
    }
    const index = findInRun(values, source.pyramid, [run.start, run.end], shown)
    if (index >= 0) return cellOf(index)
    if (run.start < run.end) first ??= cellOf(run.start)
  }
  return first ?? { layerIndex: firstLayer, columnIndex: firstColumn }
}

/** Counts a bin's cells by reading them. */
export function binCounts({ matrix, columns, layers }: BinSource, place: BinPlace): BinCounts {
  const [firstColumn, endColumn] = cellsOfBin(columns, place.binColumn)
  const [firstLayer, endLayer] = cellsOfBin(layers, place.binRow)
  const cellCount = (endColumn - firstColumn) * (endLayer - firstLayer)
  let stored = 0
  let missingCount = 0
  for (let layer = firstLayer; layer < endLayer; layer++) {
    const { start, end } = runOf(matrix, columns, layer, place.binColumn)
    stored += end - start
    for (const value of matrix.tensor.values.subarray(start, end)) {
      if (Number.isNaN(value)) missingCount++
    }
  }
  return { cellCount, missingCount, paddingCount: cellCount - stored }
}

interface Run {
  /** Indices into the tensor's values: first one, and the one after the last. */
  readonly start: number
  readonly end: number
  readonly firstToken: number
}

/** The stored cells of one layer in a bin's columns. */
function runOf(matrix: Matrix, columns: BinAxis, layerIndex: number, binColumn: number): Run {
  const [first, end] = cellsOfBin(columns, binColumn)
  const row = rowOf(matrix.tensor, matrix.queryIndex, layerIndex)
  const low = tokenOfColumn(matrix, matrix.step === 1 ? first : end - 1)
  const from = Math.max(0, low - row.firstToken)
  const to = Math.max(from, Math.min(row.length, low + end - first - row.firstToken))
  return { start: row.offset + from, end: row.offset + to, firstToken: row.firstToken + from }
}
