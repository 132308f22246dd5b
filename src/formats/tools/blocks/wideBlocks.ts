import { type Dimension } from '../../foreign/FoundFile'
import { roleOfName } from '../../foreign/roleOfName'
import { numberedGroups } from './numberedGroups'
import { type Block, type NamedBlock } from './Block'
import { type TableColumn } from './TableColumn'
import {
  axisRole,
  indexColumns,
  isIdColumn,
  isNamed,
  placesByName,
  typedColumn,
  type TypedColumn,
} from './columnKind'

/** Names of what stands before the first layer and behind the last. */
const END_OF_MODEL = /^(?:emb|inp|out|final|logits|unemb|ln_?f)/i

/** The most names of columns that a notice quotes. */
const QUOTED = 6

/**
 * Returns the values of a table with one row and one column for each index, rows outermost. The names of the rows are
 * `rowLabels`, or else its columns of texts, or a first column that counts or is named like an axis. Columns that differ
 * in a number (`Layer_1_x`, `Layer_2_x`) beside other columns are a matrix of their own. Returns none if no column holds
 * numbers.
 */
export function wideBlocks(
  columns: readonly TableColumn[],
  rowLabels?: readonly string[],
): NamedBlock[] {
  const typed = columns.map(typedColumn)
  const { rows, used, notices } = rowsOf(typed, rowLabels)
  const numeric = typed.filter((column) => isOfValues(column) && !used.has(column))
  const places: readonly TypedColumn[] = placesByName(typed) ?? []
  const measured = numeric.filter(
    (column) => axisRole(column) === undefined && !places.includes(column),
  )
  // A column that says where values are is none itself, unless there are no others.
  const values = measured.some(({ isMeasured }) => isMeasured) ? measured : numeric
  const kept = new Set([...values, ...used])
  const dropped = typed.filter((column) => !kept.has(column))
  if (values.every(({ numbers }) => numbers === undefined)) return []
  const said = [
    ...notices,
    ...(dropped.length === 0
      ? []
      : [`Columns that are not values were left out: ${quoted(dropped)}.`]),
  ]
  return partsOf(values).map(({ name, columns: own, dimensions }, i) => ({
    name,
    block: {
      ...numbersIn(own, rows.size),
      dimensions: [rows, ...dimensions],
      ...(i === 0 && said.length > 0 && { notices: said }),
    },
  }))
}

/** Whether a column holds values. A column in which all cells are null is a column of missing values. */
function isOfValues(column: TypedColumn): boolean {
  if (isIdColumn(column)) return false
  return column.numbers !== undefined || column.cells.every((cell) => cell === null)
}

interface Rows {
  readonly rows: Dimension
  /** The columns that label the rows. */
  readonly used: ReadonlySet<TypedColumn>
  readonly notices: readonly string[]
}

function rowsOf(columns: readonly TypedColumn[], given: readonly string[] | undefined): Rows {
  const size = columns[0]?.cells.length ?? 0
  const index = indexColumns(columns)
  if (given !== undefined) {
    const used = new Set(index.filter((column) => isSame(column, given)))
    return { rows: { size, labels: given }, used, notices: [] }
  }
  const labels = labelColumns(columns, index.find(isNamed) ?? index[0])
  const [column] = labels
  if (column === undefined) return { rows: { size }, used: new Set(), notices: [] }
  const texts = Array.from({ length: size }, (_, row) =>
    labels.map(({ cells }) => String(cells[row] ?? '')).join(' '),
  )
  const name = labels.length === 1 && isNamed(column) ? column.name.trim() : undefined
  const isCounting = index.includes(column) && roleOfName(column.name) === undefined
  return {
    rows: { size, labels: texts, ...(name !== undefined && { name }) },
    used: new Set([...labels, ...index]),
    notices: isCounting ? [`The first column ${named(column)}labels the rows.`] : [],
  }
}

/**
 * Returns the columns that label the rows: a column of texts in which each text occurs once, or an axis, or all columns
 * of texts together, or an index.
 */
function labelColumns(
  columns: readonly TypedColumn[],
  index: TypedColumn | undefined,
): readonly TypedColumn[] {
  const texts = columns.filter(({ isText }) => isText)
  const unique = texts.find(({ cells }) => new Set(cells).size === cells.length)
  const axis = index !== undefined && roleOfName(index.name) !== undefined ? index : undefined
  const only = (texts.length === 1 ? texts[0] : unique) ?? axis
  if (only !== undefined) return [only]
  if (texts.length > 0) return tellingColumns(texts)
  return index === undefined ? [] : [index]
}

/** Returns the columns that together tell the rows apart as well as all of them do. */
function tellingColumns(columns: readonly TypedColumn[]): readonly TypedColumn[] {
  const telling: TypedColumn[] = []
  let count = 1
  for (const column of columns) {
    const together = [...telling, column]
    const rows = column.cells.map((_, row) => together.map(({ cells }) => cells[row]).join('\0'))
    const distinct = new Set(rows).size
    if (distinct > count) telling.push(column)
    count = Math.max(count, distinct)
  }
  return telling.length > 0 ? telling : columns.slice(0, 1)
}

function isSame({ cells }: TableColumn, labels: readonly string[]): boolean {
  return cells.every((cell, row) => String(cell) === labels[row])
}

function named(column: TableColumn): string {
  return isNamed(column) ? `(${column.name.trim()}) ` : ''
}

function quoted(columns: readonly TableColumn[]): string {
  const names = columns.slice(0, QUOTED).map(({ name }) => name)
  return names.join(', ') + (columns.length > QUOTED ? ` and ${columns.length - QUOTED} more` : '')
}

interface Part {
  readonly name: string
  readonly columns: readonly TypedColumn[]
  readonly dimensions: readonly Dimension[]
}

/** Returns the matrices of a table: its columns, or those that a number in their names counts, and then the others. */
function partsOf(columns: readonly TypedColumn[]): readonly Part[] {
  const byName = new Map(columns.map((column) => [column.name, column]))
  const groups = numberedGroups([...byName.keys()]).filter(({ dimensions }) =>
    dimensions.every(({ name }) => name !== undefined),
  )
  const parts = groups.map(({ keys, dimensions }): Part => {
    const own = keys.flatMap((key) => byName.get(key) ?? [])
    const name = (keys[0] ?? '').replace(/[^\p{L}]*\d+[^\p{L}]*/gu, ' ').trim()
    return { name, columns: own, dimensions }
  })
  const grouped = new Set(parts.flatMap((part) => part.columns))
  const rest = columns.filter((column) => !grouped.has(column))
  const isOneAxis = rest.every(({ name }) => END_OF_MODEL.test(name))
  const whole = { size: rest.length, labels: rest.map(({ name }) => name) }
  if (rest.length === columns.length || isOneAxis) {
    return [
      {
        name: '',
        columns,
        dimensions: [{ size: columns.length, labels: columns.map(({ name }) => name) }],
      },
    ]
  }
  return [...parts, { name: 'other columns', columns: rest, dimensions: [whole] }]
}

function numbersIn(
  columns: readonly TypedColumn[],
  rowCount: number,
): Pick<Block, 'values' | 'textCount'> {
  const size = columns.length
  const values = new Float64Array(rowCount * size).fill(NaN)
  columns.forEach(({ numbers }, column) => {
    numbers?.values.forEach((value, row) => (values[row * size + column] = value))
  })
  return {
    values,
    textCount: columns.reduce((sum, { numbers }) => sum + (numbers?.textCount ?? 0), 0),
  }
}
