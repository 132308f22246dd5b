import {
  indexColumns,
  isNamed,
  TOKENS,
  typedColumn,
  type TypedColumn,
} from '../tools/blocks/columnKind'
import { fieldNumber, type CsvRow } from './CsvRows'

/** Which rows and columns of a table are labels, by its first rows. */
export interface TableFrame {
  /** The labels above the columns; undefined if the first row holds values. One for each column. */
  readonly header: CsvRow | undefined
  /** Number of columns of labels at the left. */
  readonly indexCount: number
  /** Index of the one of them that labels the rows, −1 if there is none. The others only count once more. */
  readonly labelIndex: number
  /** Number of columns of the first rows. */
  readonly width: number
  /** Whether each row ends with a delimiter, behind which is nothing. */
  readonly isTrailing: boolean
  /** The first columns, with what they hold in the first rows. */
  readonly columns: readonly TypedColumn[]
  /** Whether a column is empty in the first rows, so that it may hold anything. */
  readonly isOpen: boolean
  /** Whole sentences about the column that labels the rows; none if that is plain. */
  readonly labelNotices: readonly string[]
  /** Whole sentences about columns without fields. */
  readonly notices: readonly string[]
}

/** The most columns that are examined. Wider tables are matrices, whose columns are all alike. */
const MOST_TYPED = 256

/** The name of a column of a table without names, which says nothing. An empty name is one of an index. */
const NAMELESS = '?'

/** Returns the frame of a table. `rows` are its first rows, at least one. */
export function tableFrame(rows: readonly CsvRow[], isComma: boolean): TableFrame {
  const [top = [], ...data] = withCorner(rows, isComma)
  const longest = Math.max(top.length, ...data.map(({ length }) => length))
  const below = columnsOf(data, longest, isComma)
  const header = hasHeader(top, data, below, isComma) ? top : undefined
  const full = header?.length ?? longest
  const isTrailing = full > 2 && [top, ...data].every((row) => (row[full - 1] ?? '') === '')
  const width = isTrailing ? full - 1 : full
  const columns = columnsOf(header === undefined ? [top, ...data] : data, width, isComma, header)
  const index = labelColumns(columns)
  const labelIndex = index.length === 0 ? -1 : Math.max(0, index.findIndex(isNamed))
  return {
    header: header?.slice(0, width),
    indexCount: index.length,
    labelIndex,
    width,
    isTrailing,
    columns,
    isOpen: hasEmptyColumn(data, full),
    labelNotices: index.slice(labelIndex, labelIndex + 1).flatMap(indexNotices),
    notices: [
      ...(isTrailing ? ['The last column is empty and was left out.'] : []),
      ...(header === undefined ? [] : shortNotices(full, data)),
    ],
  }
}

/** Returns a sentence about rows all of which are shorter than the header, so that their fields may be in other columns. */
function shortNotices(width: number, data: readonly CsvRow[]): readonly string[] {
  const longest = Math.max(0, ...data.map(({ length }) => length))
  if (data.length === 0 || longest >= width) return []
  return [
    `The header names ${width} columns, but the rows have ${longest} fields: the last columns are empty.`,
  ]
}

/** Whether a column before the last is empty in all rows, none of which is short. */
function hasEmptyColumn(data: readonly CsvRow[], width: number): boolean {
  if (data.length === 0 || data.some(({ length }) => length < width)) return false
  const columns = Array.from({ length: Math.min(width, MOST_TYPED) - 1 }, (_, column) => column)
  return columns.some((column) => data.every((row) => row[column] === ''))
}

/** Returns the columns at the left that label the rows: texts, or an index. */
function labelColumns(columns: readonly TypedColumn[]): readonly TypedColumn[] {
  const [first] = columns
  return first?.isText === true && columns.length > 1 ? [first] : indexColumns(columns)
}

/** Returns the rows with an empty corner if the first one lacks it, as R writes names of rows. */
function withCorner(rows: readonly CsvRow[], isComma: boolean): readonly CsvRow[] {
  const [first = [], ...rest] = rows
  const isShort = rest.length > 0 && rest.every(({ length }) => length === first.length + 1)
  const hasTexts = first.some((field) => fieldNumber(field, isComma) === undefined)
  return isShort && hasTexts ? [['', ...first], ...rest] : rows
}

function indexNotices(column: TypedColumn): readonly string[] {
  const name = column.name.trim()
  if (column.isText || /^layers?$/i.test(name)) return []
  return [`The first column ${isNamed(column) ? `(${name}) ` : ''}labels the rows.`]
}

function columnsOf(
  rows: readonly CsvRow[],
  width: number,
  isComma: boolean,
  header: CsvRow = [],
): readonly TypedColumn[] {
  return Array.from({ length: Math.min(width, MOST_TYPED) }, (_, column) => {
    const fields = rows.map((row) => row[column] ?? '')
    const numbers = fields.map((field) => fieldNumber(field, isComma))
    const textCount = numbers.filter((number) => number === undefined).length
    const filledCount = fields.filter((field) => field !== '').length
    // A single text among numbers, or in a single row, is a mistake, which is reported with its row.
    const mayBeText = column === 0 || rows.length > 1 || TOKENS.test(header[column]?.trim() ?? '')
    const isText = mayBeText && textCount * 2 > filledCount
    const cells = isText ? fields : numbers.map((number) => number ?? NaN)
    return typedColumn({ name: header[column] ?? NAMELESS, cells })
  })
}

/** Whether the first row is labels: a text above numbers, numbers that count, or whole numbers behind an empty corner. */
function hasHeader(
  top: CsvRow,
  data: readonly CsvRow[],
  below: readonly TypedColumn[],
  isComma: boolean,
): boolean {
  const isText = (field: string): boolean => fieldNumber(field, isComma) === undefined
  if (data.length === 0) return top.some(isText)
  if (top.some((field, column) => isText(field) && below[column]?.isText !== true)) return true
  const [corner = '', ...labels] = top
  if (isCounting(top) || isCounting(labels)) return true
  const hasFractions = below.slice(1).some(({ isMeasured }) => isMeasured)
  return corner.trim() === '' && hasFractions && labels.every((label) => /^\d+$/.test(label))
}

function isCounting(fields: CsvRow): boolean {
  return fields.length > 1 && fields.every((field, i) => field === String(i))
}
