import { type NamedRole } from '../../foreign/roleOfName'
import { type NamedBlock } from './Block'
import { type TableColumn } from './TableColumn'
import { axisRole, placesByName, typedColumn, VALUE, type TypedColumn } from './columnKind'
import { axisColumns, placedOn } from './tableAxis'

/** A table with more columns than this is a matrix, even if its tokens look like names of columns. */
export const MOST_COLUMNS = 64

/** Roles, outermost first. */
const roles: readonly NamedRole[] = ['query', 'layer', 'part', 'token']

/** The largest allowed ratio of an axis' places to the rows of a table that does not fill all its cells. */
const MOST_DISTINCT = 0.75

/** The most columns of values for which two columns without a role are taken as axes. */
const MOST_VALUES = 8

/** The columns that say where a value is, by axis, outermost first. */
export interface Places {
  readonly axes: readonly (readonly TypedColumn[])[]
  readonly doubt?: string
}

/**
 * Returns the arrays of a table in long form, which has a row for each cell and columns for its place: `layer`,
 * `token`, `value`. There is one array for each column of numbers. Columns of texts tell rows with the same place apart.
 * Returns undefined if no columns say where values are.
 */
export function longBlocks(columns: readonly TableColumn[]): NamedBlock[] | undefined {
  if (columns.length > MOST_COLUMNS) return undefined
  const typed = columns.map(typedColumn)
  const places = namedPlaces(typed) ?? placesByKind(typed)
  if (places === undefined) return undefined
  const placed = new Set(places.axes.flat())
  const values = valuesFirst(typed.filter((each) => isOfValues(each) && !placed.has(each)))
  const texts = typed.filter((each) => each.isText && !placed.has(each))
  const placedRows = placedOn(places.axes, texts)
  if (placedRows === undefined) return undefined
  const { dimensions, cellCount, cells, grouping, isOrdered } = placedRows
  // Where each row has a place of its own on an axis, the axis is a list of the rows.
  const isSpread = dimensions.every(({ size }) => size <= cells.length * MOST_DISTINCT)
  if (!isSpread && cellCount !== cells.length) return undefined
  const left = texts.filter((text) => !grouping.includes(text))
  const innermost = places.axes.at(-1) ?? []
  const isMixed = !isOrdered && innermost.every(({ isText }) => isText)
  const notices = [
    ...left.map(({ name }) => `The texts of ${name} were left out.`),
    ...(isMixed
      ? [`The texts of ${innermost[0]?.name} are in the order of their first appearance.`]
      : []),
  ]
  return values.map(({ name, numbers }, i) => {
    const spread = new Float64Array(cellCount).fill(NaN)
    cells.forEach((cell, row) => (spread[cell] = numbers?.values[row] ?? NaN))
    const block = { values: spread, dimensions, textCount: numbers?.textCount ?? 0 }
    const { doubt } = places
    return {
      name,
      block: Object.assign(
        block,
        doubt !== undefined && { doubt },
        i === 0 && notices.length > 0 && { notices },
      ),
    }
  })
}

/** Whether a column holds values. `distance` of SimLens' own tables says once more where a token is. */
function isOfValues({ name, numbers }: TypedColumn): boolean {
  return numbers !== undefined && !/^distance$/i.test(name)
}

/** Returns the axes that are named. A single one needs values that are named too, for a wide table may have one. */
export function namedPlaces(columns: readonly TypedColumn[]): Places | undefined {
  const named = columns.map((column) => ({ column, role: axisRole(column) }))
  const axes = roles.flatMap((role) => {
    const own = named.filter((each) => each.role === role).map(({ column }) => column)
    return own.length === 0 ? [] : [axisColumns(own)]
  })
  const placed = new Set(axes.flat())
  const values = columns.filter((column) => isOfValues(column) && !placed.has(column))
  const isLong =
    axes.length > 1 || values.length === 1 || values.every(({ name }) => VALUE.test(name))
  return axes.length > 0 && values.length > 0 && isLong ? { axes } : undefined
}

/**
 * Returns two columns whose pairs occur once: `x` and `y`, or two columns of texts or whole numbers that have every
 * combination of their values.
 */
function placesByKind(columns: readonly TypedColumn[]): Places | undefined {
  const named = placesByName(columns)
  const pair = named ?? columns.filter(({ isText, isWhole }) => isText || isWhole).slice(0, 2)
  const [rows, across] = pair
  if (rows === undefined || across === undefined) return undefined
  const others = columns.filter((column) => !pair.includes(column) && column.numbers !== undefined)
  const isNumbered = others.some(({ name }) => /\d/.test(name))
  if (others.length === 0 || others.length > MOST_VALUES || isNumbered) return undefined
  const isWhole = named !== undefined || hasAllPairs(rows, across)
  if (!isWhole || countPairs(rows, across) < rows.cells.length) return undefined
  const doubt = `${rows.name} is down the rows and ${across.name} along the columns; nothing in the file says which of them are layers.`
  return { axes: [[rows], [across]], doubt }
}

/** Whether the pairs of two columns are all combinations of their values, each of which occurs more than once. */
function hasAllPairs(one: TableColumn, other: TableColumn): boolean {
  const [sizes, others] = [new Set(one.cells).size, new Set(other.cells).size]
  return Math.min(sizes, others) > 1 && sizes * others === one.cells.length
}

function countPairs(one: TableColumn, other: TableColumn): number {
  return new Set(one.cells.map((cell, row) => JSON.stringify([cell, other.cells[row]]))).size
}

/** Returns columns that are named like values before the others. */
function valuesFirst(columns: readonly TypedColumn[]): readonly TypedColumn[] {
  return columns.toSorted(
    ({ name }, { name: other }) => Number(VALUE.test(other)) - Number(VALUE.test(name)),
  )
}
