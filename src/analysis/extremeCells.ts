import { type MatrixCell } from '../tensor/binContents'
import { cellAt, type Matrix } from '../tensor/Matrix'
import { isMoreExtreme } from '../tensor/Pyramid'
import { layerCountOf, rowOf, type Tensor } from '../tensor/Tensor'
import { type Sliced } from './Sliced'
import { type CellIndex } from './Statistics'

/** A cell with its value. */
interface ExtremeCell extends CellIndex {
  readonly value: number
}

/** Cells read without a pause: less than a millisecond of work. */
const SLICE = 1 << 16

/**
 * Returns the cells of a query that are farthest from a reference, the farthest first, at most `limit` of them. Missing
 * values are left out. Of cells that are equally far, the first in [layer][token] order comes first. Reads every cell
 * once.
 */
export function* extremeCells(
  tensor: Tensor,
  queryIndex: number,
  reference: number,
  limit: number,
): Sliced<readonly ExtremeCell[]> {
  const found: ExtremeCell[] = []
  let least = NaN
  let readCount = 0
  for (let layerIndex = 0; layerIndex < layerCountOf(tensor, queryIndex); layerIndex++) {
    const { values, offset, length, firstToken } = rowOf(tensor, queryIndex, layerIndex)
    for (let k = 0; k < length; k++) {
      if (++readCount % SLICE === 0) yield
      const value = values[offset + k] ?? NaN
      if (Number.isNaN(value)) continue
      if (found.length >= limit && !isMoreExtreme(value, least, reference)) continue
      const place = found.findIndex((other) => isMoreExtreme(value, other.value, reference))
      const at = place < 0 ? found.length : place
      found.splice(at, 0, { layerIndex, tokenIndex: firstToken + k, value })
      if (found.length > limit) found.pop()
      least = found.at(-1)?.value ?? NaN
    }
  }
  return found
}

/**
 * Returns the cell of a row or of a column of a matrix that is farthest from a reference; if none has a number, the
 * first cell. If both indices are given, returns their cell.
 */
export function extremeIn(
  matrix: Matrix,
  { rowIndex, columnIndex }: Partial<MatrixCell>,
  reference: number,
): MatrixCell {
  if (rowIndex !== undefined && columnIndex !== undefined) return { rowIndex, columnIndex }
  const count = rowIndex === undefined ? matrix.layerCount : matrix.columnCount
  const placeAt = (k: number): MatrixCell => ({
    rowIndex: rowIndex ?? k,
    columnIndex: columnIndex ?? k,
  })
  let best: { readonly place: MatrixCell; readonly value: number } | undefined
  for (let k = 0; k < count; k++) {
    const place = placeAt(k)
    const value = cellAt(matrix, place.rowIndex, place.columnIndex) ?? NaN
    if (Number.isNaN(value)) continue
    if (best === undefined || isMoreExtreme(value, best.value, reference)) best = { place, value }
  }
  return best?.place ?? placeAt(0)
}
