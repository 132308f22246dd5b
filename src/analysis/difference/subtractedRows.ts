import { areFloat32, cellValues, type CellValues, type Numbers } from '../../tensor/CellValues'
import { rowOf, valuesOfQuery, type Row, type Tensor } from '../../tensor/Tensor'
import { type Part } from '../combine/Part'
import { type Sliced } from '../Sliced'
import { type ColumnPairs } from './columnPairs'
import { type LayerPairs } from './layerPairs'

/** The cells of a difference: its values, those of its operands, and the places of its rows. */
export interface SubtractedRows extends Pick<Tensor, 'align' | 'rowOffsets'> {
  readonly values: CellValues
  readonly a: CellValues
  readonly b: CellValues
}

/** A row of a difference: the columns from `first` up to `end`, and the rows of A and B. */
interface PairedRow {
  readonly first: number
  readonly end: number
  readonly a: Row
  readonly b: Row
}

/** Number of cells subtracted without a pause. */
const RUN = 1 << 16

/**
 * Returns A − B for each cell that A or B has: NaN where either lacks it. Where both are float32, so are the results,
 * each rounded once as NumPy does; else they are float64. If an operand has the same rows, its values are not copied.
 */
export function* subtractedRows(
  a: Part,
  b: Part,
  pairs: ColumnPairs,
  layers: LayerPairs,
): Sliced<SubtractedRows> {
  const { align, rows } = alignedRows(pairedRows(a, b, pairs, layers), pairs.a.length)
  const rowOffsets = new Float64Array(rows.length + 1)
  rows.forEach(({ first, end }, r) => {
    rowOffsets[r + 1] = (rowOffsets[r] ?? 0) + end - first
  })
  const count = rowOffsets.at(-1) ?? 0
  const [isNarrowA, isNarrowB] = [areFloat32(a.tensor.values), areFloat32(b.tensor.values)]
  const values = emptyNumbers(count, isNarrowA && isNarrowB)
  const copyA = hasSameRows(a, pairs.a, rows, 'a') ? undefined : emptyNumbers(count, isNarrowA)
  const copyB = hasSameRows(b, pairs.b, rows, 'b') ? undefined : emptyNumbers(count, isNarrowB)
  const cells = new Cells(values, copyA, copyB)
  for (const row of rows) {
    for (let first = row.first; first < row.end; first += RUN) {
      const end = Math.min(first + RUN, row.end)
      yield cells.add({ ...row, first, end }, pairs) / count
    }
  }
  return {
    align,
    rowOffsets,
    values: cellValues(values),
    a: copyA ? cellValues(copyA) : valuesOfQuery(a.tensor, a.queryIndex),
    b: copyB ? cellValues(copyB) : valuesOfQuery(b.tensor, b.queryIndex),
  }
}

function emptyNumbers(count: number, isFloat32: boolean): Numbers {
  return isFloat32 ? new Float32Array(count) : new Float64Array(count)
}

/** Returns a row for each pair of layers, with the columns of which A or B has a value. */
function pairedRows(a: Part, b: Part, pairs: ColumnPairs, layers: LayerPairs): PairedRow[] {
  const [columnsA, columnsB] = [columnsOf(pairs.a), columnsOf(pairs.b)]
  return layers.a.map((layerA, k) => {
    const rowA = rowOf(a.tensor, a.queryIndex, layerA)
    const rowB = rowOf(b.tensor, b.queryIndex, layers.b[k] ?? -1)
    const ranges = [rangeOf(rowA, columnsA), rangeOf(rowB, columnsB)]
    const first = Math.min(...ranges.map((range) => range.first))
    const end = Math.max(...ranges.map((range) => range.end))
    return { a: rowA, b: rowB, ...(first < end ? { first, end } : { first: 0, end: 0 }) }
  })
}

/** Returns the column of each token. */
function columnsOf(tokens: Int32Array): Int32Array {
  const columns = new Int32Array(tokens.reduce((most, token) => Math.max(most, token), -1) + 1)
  tokens.forEach((token, column) => {
    if (token >= 0) columns[token] = column
  })
  return columns
}

function rangeOf(
  { firstToken, length }: Row,
  columns: Int32Array,
): Pick<PairedRow, 'first' | 'end'> {
  if (length === 0) return { first: Infinity, end: -Infinity }
  const first = columns[firstToken] ?? 0
  return { first, end: (columns[firstToken + length - 1] ?? 0) + 1 }
}

/**
 * Returns the rows with one alignment: all from the first column, or all up to the last one. Otherwise every row has all
 * columns, which are missing where it has no values.
 */
function alignedRows(
  rows: readonly PairedRow[],
  columnCount: number,
): { readonly align: Tensor['align']; readonly rows: readonly PairedRow[] } {
  const filled = rows.filter(({ first, end }) => first < end)
  if (filled.every(({ first }) => first === 0)) return { align: 'start', rows }
  if (filled.every(({ end }) => end === columnCount)) return { align: 'end', rows }
  const whole = rows.map((row) =>
    row.first < row.end ? Object.assign(row, { first: 0, end: columnCount }) : row,
  )
  return { align: 'start', rows: whole }
}

/** Whether the rows of a difference are exactly those of an operand, one after the other. */
function hasSameRows(
  { tensor, queryIndex }: Part,
  tokens: Int32Array,
  rows: readonly PairedRow[],
  side: 'a' | 'b',
): boolean {
  const all = valuesOfQuery(tensor, queryIndex)
  const counts = rows.map(({ first, end }) => end - first)
  if (all.length !== counts.reduce((sum, count) => sum + count, 0)) return false
  // Where all columns hold consecutive tokens, those of each row need not be compared one by one.
  const isWhole = isRun(tokens, { first: 0, end: tokens.length }, tokens[0] ?? 0)
  return rows.every((row, layer) => {
    const own = rowOf(tensor, queryIndex, layer)
    const { values, offset, length, firstToken } = row[side]
    return (
      own.values === values &&
      own.offset === offset &&
      length === row.end - row.first &&
      (length === 0 || tokens[row.first] === firstToken) &&
      (isWhole || isRun(tokens, row, firstToken))
    )
  })
}

/** Whether some columns hold consecutive tokens from the given one on. */
function isRun(
  tokens: Int32Array,
  { first, end }: Pick<PairedRow, 'first' | 'end'>,
  firstToken: number,
): boolean {
  for (let column = first; column < end; column++) {
    if (tokens[column] !== firstToken + column - first) return false
  }
  return true
}

/** The arrays of a difference, filled row after row. An operand whose values are not copied has none. */
class Cells {
  readonly values: Numbers
  readonly a: Numbers | undefined
  readonly b: Numbers | undefined
  private end = 0

  constructor(values: Numbers, a: Numbers | undefined, b: Numbers | undefined) {
    this.values = values
    this.a = a
    this.b = b
  }

  /** Adds the cells of a part of a row, and returns the number of cells so far. */
  add({ first, end, a, b }: PairedRow, pairs: ColumnPairs): number {
    // Where no values are copied, both rows have the same columns one after the other.
    if (this.a === undefined && this.b === undefined) {
      const [fromA, fromB] = [placeIn(a, pairs.a[first]), placeIn(b, pairs.b[first])]
      for (let k = 0; k < end - first; k++) {
        this.values[this.end + k] = (a.values[fromA + k] ?? NaN) - (b.values[fromB + k] ?? NaN)
      }
      this.end += end - first
      return this.end
    }
    for (let column = first; column < end; column++) {
      const one = valueIn(a, pairs.a[column] ?? -1)
      const other = valueIn(b, pairs.b[column] ?? -1)
      this.values[this.end] = one - other
      if (this.a) this.a[this.end] = one
      if (this.b) this.b[this.end] = other
      this.end++
    }
    return this.end
  }
}

/** Returns the value of a token in a row; NaN if the row does not cover it. */
function valueIn({ values, offset, firstToken, length }: Row, token: number): number {
  const k = token - firstToken
  return k >= 0 && k < length ? (values[offset + k] ?? NaN) : NaN
}

/** Returns the index in its block of a token's value. */
function placeIn({ offset, firstToken }: Row, token = firstToken): number {
  return offset + token - firstToken
}
