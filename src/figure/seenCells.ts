import { type NoiseCount } from '../analysis/noiseFloor'
import { lacksToken } from '../tensor/atLayer'
import {
  columnOfToken,
  firstTokenIn,
  isUnaligned,
  layerOfRow,
  rowOfLayer,
  tokenOfColumn,
  valueIn,
  type Matrix,
} from '../tensor/Matrix'
import { MOST_READ, RangeCount, type CountedRange } from '../tensor/RangeCount'
import { rowOf, type Row } from '../tensor/Tensor'
import { cellsInWindow, isZoomed, windowsWithin, type Windows } from '../tensor/Windows'
import { type AbsentCounts } from './AbsentCounts'
import { type FigureBasis } from './figureBasis'

/** The cells of a plot in view, as far as they can be read in a moment. */
export interface SeenCells {
  /** The counts of the cells in view; absent if the whole matrix is, or if they are too many to be read. */
  readonly counts?: AbsentCounts
  /** The noise floor with the counts of the cells in view; absent in the same cases, or if some cells do not count. */
  readonly noise?: NoiseCount
  /** Ascending columns and rows in view with cells beyond the colors; empty if the cells are too many to be read. */
  readonly columns: readonly number[]
  readonly rows: readonly number[]
}

const NONE: SeenCells = { columns: [], rows: [] }

const made = new WeakMap<FigureBasis, readonly [key: string, seen: SeenCells]>()

/** Returns the cells in view of one of `plotCount` plots of a figure. */
export function seenCells(basis: FigureBasis, windows: Windows, plotCount: number): SeenCells {
  const key = JSON.stringify([windows, plotCount])
  const [knownKey, known] = made.get(basis) ?? []
  if (known !== undefined && knownKey === key) return known
  const seen = newlySeen(basis, windows, MOST_READ / plotCount)
  made.set(basis, [key, seen])
  return seen
}

function newlySeen(basis: FigureBasis, windows: Windows, mostRead: number): SeenCells {
  const { matrix, counts, colorScale, bins } = basis
  const isPart = isZoomed(windows)
  if (!isPart && counts.below + counts.above === 0) return NONE
  const area: Area = {
    basis,
    columns: cellsInWindow(windows.columns, matrix.columnCount),
    rows: cellsInWindow(windows.layers, matrix.layerCount),
    mostRead,
  }
  const standing = bins?.means && standingIn(area)
  const own = countedIn(area, standing ? EVERY_NUMBER : (colorScale ?? FINITE))
  if (own === undefined) return NONE
  const { below, above, columns, rows } = standing ?? own
  if (!isPart) return { columns, rows }
  const noise = noiseIn(area, basis)
  return { counts: { ...own, below, above }, ...(noise && { noise }), columns, rows }
}

const EVERY_NUMBER: CountedRange = { low: -Infinity, high: Infinity }
const FINITE: CountedRange = { low: -Number.MAX_VALUE, high: Number.MAX_VALUE }

/** The columns and rows in view; ends are exclusive. */
interface Area {
  readonly basis: Pick<FigureBasis, 'matrix' | 'pyramids' | 'bins' | 'colorScale'>
  readonly columns: readonly [first: number, end: number]
  readonly rows: readonly [first: number, end: number]
  /** Most values and blocks that are read for one count. */
  readonly mostRead: number
}

/** The counts of an area, and its columns and rows with cells beyond a range. */
type AreaCounts = AbsentCounts & Pick<SeenCells, 'columns' | 'rows'> & { readonly numbers: number }

/** Returns the counts of an area by a range; undefined if its cells are too many to be read. */
function countedIn(area: Area, range: CountedRange): AreaCounts | undefined {
  const { matrix } = area.basis
  const [firstRow, endRow] = area.rows
  const mayLack = matrix.tensor.atLayer?.starts !== undefined
  if (mayLack && (endRow - firstRow) * widthOf(area) > area.mostRead) return undefined
  const counter = new RangeCount(range, area.mostRead)
  const reader =
    matrix.starts === undefined && matrix.tokenOrder === undefined
      ? runReader(counter, area)
      : columnReader(counter, area)
  const columns = new Set<number>()
  const rows: number[] = []
  let stored = 0
  let lacked = 0
  for (let rowIndex = firstRow; rowIndex < endRow && !counter.isCut; rowIndex++) {
    const row = rowOf(matrix.tensor, matrix.queryIndex, layerOfRow(matrix, rowIndex))
    const own = lackedIn(area, rowIndex)
    lacked += own
    counter.found = []
    stored += reader.add(row) - own
    if (counter.found.length > 0) rows.push(rowIndex)
    for (const index of counter.found) columns.add(reader.columnOf(row, index))
  }
  if (counter.isCut) return undefined
  const { below, above, count } = counter
  const cells = Math.max(0, endRow - firstRow) * reader.columnCount - lacked
  return {
    unaligned: widthOf(area) - reader.columnCount + lacked,
    cells,
    padding: cells - stored,
    missing: stored - count,
    below,
    above,
    numbers: count,
    columns: [...columns].toSorted((a, b) => a - b),
    rows,
  }
}

function widthOf({ columns: [first, end] }: Area): number {
  return Math.max(0, end - first)
}

/** Returns how many columns in view the query of a row does not have. */
function lackedIn({ basis: { matrix }, columns: [first, end] }: Area, rowIndex: number): number {
  if (matrix.tensor.atLayer?.starts === undefined) return 0
  let count = 0
  for (let column = first; column < end; column++) {
    if (lacksToken(matrix.tensor, layerOfRow(matrix, rowIndex), tokenOfColumn(matrix, column))) {
      count++
    }
  }
  return count
}

/** Counts the cells of rows in an area. */
interface RowReader {
  /** Number of columns that the query has. */
  readonly columnCount: number
  /** Adds the cells of a row, and returns how many of them have a value or are missing. */
  readonly add: (row: Row) => number
  /** Returns the column of a value that was found in a row. */
  readonly columnOf: (row: Row, index: number) => number
}

/** Returns a reader of columns in the order of the file, in runs. */
function runReader(counter: RangeCount, area: Area): RowReader {
  const { matrix, pyramids } = area.basis
  const width = widthOf(area)
  return {
    columnCount: width,
    add: ({ values, block, offset, length, firstToken }) => {
      const low = firstTokenIn(matrix, area.columns[0], width) - firstToken
      const [from, to] = [Math.max(0, low), Math.min(length, low + width)]
      if (from >= to) return 0
      counter.addRun(values, pyramids[block] ?? [], offset + from, offset + to)
      return to - from
    },
    columnOf: ({ firstToken, offset }, index) => columnOfToken(matrix, firstToken + index - offset),
  }
}

/** Returns a reader of columns in another order, or of several tokens, one by one. */
function columnReader(counter: RangeCount, area: Area): RowReader {
  const { matrix } = area.basis
  const columns = Array.from({ length: widthOf(area) }, (_, k) => area.columns[0] + k).filter(
    (column) => !isUnaligned(matrix, column),
  )
  return {
    columnCount: columns.length,
    add: (row) => {
      let stored = 0
      for (const column of columns) {
        const value = valueIn(matrix, row, column)
        if (value !== undefined) stored++
        counter.addValue(value ?? NaN, column)
      }
      return stored
    },
    columnOf: (_, column) => column,
  }
}

/** Returns the cells of an area that stand out beyond the colors. If not all such cells are listed, none is marked. */
function standingIn({
  basis: { matrix, bins, colorScale },
  columns,
  rows,
}: Area): Pick<AreaCounts, 'below' | 'above' | 'columns' | 'rows'> {
  const { low = -Infinity, high = Infinity } = colorScale ?? {}
  const { cells = [], isCut = false } = bins ?? {}
  const inView = cells
    .filter(({ value }) => value < low || value > high)
    .map(({ layerIndex, tokenIndex, value }) => {
      return {
        row: rowOfLayer(matrix, layerIndex),
        column: columnOfToken(matrix, tokenIndex),
        value,
      }
    })
    .filter(({ row, column }) => {
      return row >= rows[0] && row < rows[1] && column >= columns[0] && column < columns[1]
    })
  const places = (of: (cell: (typeof inView)[number]) => number): readonly number[] =>
    isCut ? [] : [...new Set(inView.map(of))].toSorted((a, b) => a - b)
  return {
    below: inView.filter(({ value }) => value < low).length,
    above: inView.filter(({ value }) => value > high).length,
    columns: places(({ column }) => column),
    rows: places(({ row }) => row),
  }
}

/**
 * Returns the noise floor with the counts of an area; undefined without a floor, if some values do not count, or if the
 * cells are too many to be read.
 */
function noiseIn(area: Area, basis: FigureBasis): NoiseCount | undefined {
  const { noise, displayed, statistics } = basis
  if (noise === undefined || displayed.counted !== undefined) return undefined
  const outside = countedIn(area, { low: -noise.limit, high: noise.limit })
  const hasInfinite = statistics.aboveCount + statistics.belowCount > 0
  const infinite = hasInfinite ? countedIn(area, FINITE) : { below: 0, above: 0 }
  if (outside === undefined || infinite === undefined) return undefined
  const infiniteCount = infinite.below + infinite.above
  const cellCount = outside.numbers - infiniteCount
  return {
    ...noise,
    outsideCount: outside.below + outside.above - infiniteCount,
    expectedCount: noise.cellCount === 0 ? 0 : (noise.expectedCount / noise.cellCount) * cellCount,
    cellCount,
  }
}

/** Returns the part of a figure's windows that one of its plots has. */
export function windowsOfPlot(windows: Windows, matrix: Matrix, plotCount: number): Windows {
  return plotCount === 1 ? windows : windowsWithin(windows, matrix)
}
