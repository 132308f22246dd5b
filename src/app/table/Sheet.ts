import { type FigureBasis } from '../../figure/figureBasis'
import { matrixCorner, spreadsheetText } from '../../formats/csv/exportedForm'
import { numberText } from '../../export/tableOf'
import { cellText, tokenReadout } from '../../layout/readoutOf'
import { lacksToken } from '../../tensor/atLayer'
import { areFloat32 } from '../../tensor/CellValues'
import { exactText } from '../../tensor/exactText'
import {
  cellAt,
  hasToken,
  isUnaligned,
  layerOfRow,
  tokenOfColumn,
  tokensOfColumns,
  type Matrix,
} from '../../tensor/Matrix'
import { layerLabel, tokenText } from '../../tensor/Tensor'
import { cellsInWindow, type Windows } from '../../tensor/Windows'

/** Sorts the rows of a table by a column, or its columns by a row, of which this is the index in the matrix. */
export interface Sort {
  readonly index: number
  readonly isRising: boolean
}

/** How a table is sorted; default as the figure. */
export interface Sorts {
  /** Sorts the rows. */
  readonly byColumn?: Sort | undefined
  /** Sorts the columns. */
  readonly byRow?: Sort | undefined
}

/** The rows or the columns of a table. */
export interface SheetAxis {
  readonly count: number
  /** Returns the index in the matrix of the row or column at a place, 0-based. */
  readonly at: (place: number) => number
}

/** The visible part of a figure's matrix as a table of exact values. */
export interface Sheet {
  /** The matrix of the values as they were loaded. */
  readonly matrix: Matrix
  readonly rows: SheetAxis
  readonly columns: SheetAxis
}

/** Most rows, and most columns, that are sorted: about 0.2 s of work. */
const MOST_SORTED = 1 << 18

/** Returns whether the rows or the columns are few enough to be sorted. */
export function canSort({ count }: SheetAxis): boolean {
  return count > 1 && count <= MOST_SORTED
}

/**
 * Returns the visible part of a figure as a table, sorted by exact values; those without a value come last. A sort by
 * what is not in view has no effect.
 */
export function sheetOf(
  { matrix: displayed, tensor, view }: FigureBasis,
  windows: Windows,
  { byColumn, byRow }: Sorts = {},
): Sheet {
  const matrix = { ...displayed, tensor }
  const rows = axisOf(cellsInWindow(windows.layers, matrix.layerCount), view.layers === 'up')
  const columns = axisOf(cellsInWindow(windows.columns, matrix.columnCount), false)
  return {
    matrix,
    rows: sorted(rows, columns, byColumn, (row, column) => cellAt(matrix, row, column)),
    columns: sorted(columns, rows, byRow, (column, row) => cellAt(matrix, row, column)),
  }
}

function axisOf([first, end]: readonly [number, number], isUpward: boolean): SheetAxis {
  return {
    count: Math.max(0, end - first),
    at: (place) => (isUpward ? end - 1 - place : first + place),
  }
}

function sorted(
  axis: SheetAxis,
  other: SheetAxis,
  by: Sort | undefined,
  valueOf: (index: number, by: number) => number | undefined,
): SheetAxis {
  if (by === undefined || !canSort(axis) || !contains(other, by.index)) return axis
  const indices = Uint32Array.from({ length: axis.count }, (_, place) => axis.at(place))
  const values = Float64Array.from(indices, (index) => valueOf(index, by.index) ?? NaN)
  const sign = by.isRising ? 1 : -1
  const places = Uint32Array.from(indices.keys()).toSorted((a, b) => {
    const [x = NaN, y = NaN] = [values[a], values[b]]
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y))
    return x === y ? 0 : sign * (x < y ? -1 : 1)
  })
  return { count: axis.count, at: (place) => indices[places[place] ?? 0] ?? 0 }
}

function contains({ count, at }: SheetAxis, index: number): boolean {
  const ends = [at(0), at(count - 1)]
  return count > 0 && index >= Math.min(...ends) && index <= Math.max(...ends)
}

/** The header of a column: its text, visible and valid, and what a narrow column leaves out. */
export interface ColumnHeader {
  /** What the column is, in a sentence: `token`. Absent for a column without a token. */
  readonly noun?: string
  readonly text: string
  /** `(3 back)`; absent if the columns have no distance from the query. */
  readonly note?: string
}

/** Returns the header of a column of the matrix. */
export function columnHeader(matrix: Matrix, columnIndex: number): ColumnHeader {
  if (isUnaligned(matrix, columnIndex)) return { text: cellText(matrix, 0, columnIndex) }
  if (!hasToken(matrix, columnIndex)) return { text: 'padding' }
  const { noun, index, text, distance } = tokenReadout(matrix, columnIndex)
  if (matrix.tensor.atLayer?.hasDistance) return { noun, text: `${distance} back` }
  return {
    noun,
    text: text === undefined ? String(index) : `${index} ${text}`,
    ...(distance !== undefined && { note: `(${distance} back)` }),
  }
}

/** Returns whether the query of a row does not have a column. */
function lacksAt(matrix: Matrix, row: number, column: number): boolean {
  return lacksToken(matrix.tensor, layerOfRow(matrix, row), tokenOfColumn(matrix, column))
}

/** Number of cells that are examined for the longest text. */
const MEASURED = 600

/** Returns the number of characters of the longest values, by a sample of the cells that is spread evenly. */
export function longestValue({ matrix, rows, columns }: Sheet): number {
  const cellCount = rows.count * columns.count
  // Not a multiple of the rows' length, so that the sample is not of a few columns.
  const step = Math.max(1, Math.floor(cellCount / MEASURED))
  let longest = 0
  for (let cell = 0; cell < cellCount; cell += step) {
    const row = rows.at(Math.floor(cell / columns.count))
    const column = columns.at((cell + Math.floor(cell / columns.count)) % columns.count)
    longest = Math.max(longest, cellText(matrix, row, column).length)
  }
  return longest
}

/**
 * Yields the table as it is shown, in the form of an exported matrix: padding is an empty field, and a missing value is
 * NaN.
 */
export function* sheetRows({ matrix, rows, columns }: Sheet): Generator<readonly string[]> {
  const { tensor, queryIndex, tokenCount } = matrix
  const isFloat32 = areFloat32(tensor.values)
  const shown = Array.from({ length: columns.count }, (_, place) => columns.at(place))
  yield [
    matrixCorner(tensor.axes, tensor.tokens.kind !== 'none'),
    ...shown.map((column) => {
      const tokens = tokensOfColumns(matrix, column, column + 1)
      const own = tokens.filter((token) => token >= 0 && token < tokenCount)
      const texts = own.map(
        (token) => tokenText(tensor, queryIndex, token) ?? numberText(tensor, token),
      )
      return spreadsheetText(texts.join(''))
    }),
  ]
  for (let place = 0; place < rows.count; place++) {
    const row = rows.at(place)
    yield [
      spreadsheetText(layerLabel(tensor, layerOfRow(matrix, row))),
      ...shown.map((column) => {
        const value = cellAt(matrix, row, column)
        return value === undefined || lacksAt(matrix, row, column)
          ? ''
          : exactText(value, isFloat32)
      }),
    ]
  }
}
