import { roleOfName, type NamedRole } from '../../foreign/roleOfName'
import { cellNumbers, type TableColumn, type Scalar } from './TableColumn'

/** Names of columns that hold the values of a long table. */
export const VALUE =
  /^(?:values?|scores?|sim(?:ilarity)?|cos(?:ine)?(?:[ _-]?sim(?:ilarity)?)?|weights?|attention|attn|prob(?:ability)?|logits?|mean|std|z|attribution|importance|activation|color)$/i

/** Words in the names of columns that measure or count something, whatever else the name says. */
const MEASURE =
  /(?:^|[^a-z])(?:n|num|number|count|per|mean|avg|average|std|var|min|max|sum|total|ratio|score|prob|probability|logits?|loss|entropy|attention|similarity|cos|weight|norm|diff|peak|length)(?:[^a-z]|$)/i

/** Names that pandas, R and researchers give to a column of row names. */
const NAMES_ROWS =
  /^(?:|index|idx|ids?|level_\d+|unnamed: \d+|#|no\.?|row(?:names?)?|run|seed|iter(?:ation)?s?|ckpt|layers?|blocks?)$/i

/** Names of columns with texts, even if all of the texts are numbers. */
export const TOKENS = /^(?:token|text|word)s?$/i

/** A column with what its cells are. */
export interface TypedColumn extends TableColumn {
  /** The numbers of its cells; undefined if it holds anything else. */
  readonly numbers: ReturnType<typeof cellNumbers>
  readonly isText: boolean
  /** Whether all cells are whole numbers. */
  readonly isWhole: boolean
  /** Whether a cell is a number that is not whole. */
  readonly isMeasured: boolean
}

export function typedColumn(column: TableColumn): TypedColumn {
  // Numbers among tokens are texts too.
  const isOfTokens = TOKENS.test(column.name.trim()) && column.cells.some(isTextCell)
  const numbers = isOfTokens ? undefined : cellNumbers(column.cells)
  const isText = numbers === undefined && column.cells.some(isTextCell)
  const isWhole = numbers !== undefined && numbers.values.every(Number.isInteger)
  const isMeasured =
    numbers?.values.some((value) => value % 1 !== 0 && !Number.isNaN(value % 1)) === true
  return { ...column, numbers, isText, isWhole, isMeasured }
}

function isTextCell(cell: Scalar): boolean {
  return typeof cell === 'string'
}

/**
 * Returns the role of a column that says where values are, by its name: `layer`, `token`, `position`. Its cells are
 * whole numbers or texts. Columns that count or measure, and those with a number in their name, have no role.
 */
export function axisRole({ name, isText, isWhole }: TypedColumn): NamedRole | undefined {
  if (/^variable$/i.test(name)) return 'token'
  const isOther = name !== name.trim() || /\d/.test(name) || VALUE.test(name) || MEASURE.test(name)
  return isOther || !(isText || isWhole) ? undefined : roleOfName(name)
}

/**
 * Whether the first column of a table holds labels of its rows: whole numbers, each once, in a column that is named
 * like an index or an axis, or that counts from 0 or 1 beside measured numbers.
 */
function isIndexColumn(column: TypedColumn, others: readonly TypedColumn[]): boolean {
  const { name, numbers, isWhole } = column
  if (numbers === undefined || !isWhole || others.length === 0) return false
  const { values } = numbers
  const [first = NaN] = values
  if (new Set(values).size < values.length) return false
  // A token may have the same text as the name of an axis. The values beside it distinguish the two.
  const isBesideMeasures = others.some(({ isMeasured }) => isMeasured)
  if (NAMES_ROWS.test(name.trim()) || !isBesideMeasures) return NAMES_ROWS.test(name.trim())
  const isCount = values.length > 1 && values.every((value, row) => value === first + row)
  return axisRole(column) !== undefined || (isCount && (first === 0 || first === 1))
}

/** Whether a column's name says what its labels are. pandas names an index without a name in these ways. */
export function isNamed({ name }: TableColumn): boolean {
  return !/^(?:|\?|index|level_\d+|unnamed: \d+)$/i.test(name.trim())
}

/**
 * Returns the columns at the left that label the rows, none if the first column holds values. pandas writes its own
 * index before a column that is one already.
 */
export function indexColumns(columns: readonly TypedColumn[]): readonly TypedColumn[] {
  const end = columns.findIndex((column, i) => {
    const isIndex = isIndexColumn(column, columns.slice(i + 1))
    const isOnce = i === 0 || !isNamed(column) || !columns.slice(0, i).some(isNamed)
    return !(isIndex && isOnce)
  })
  return columns.slice(0, Math.max(0, end))
}

/** Whether a column is a second index, or holds ids, which are not values. */
export function isIdColumn({ name, isWhole }: TypedColumn): boolean {
  return (
    isWhole &&
    /^(?:(?:token|input)[ _]?ids?|ids?|index|level_\d+|unnamed: \d+|pos(?:ition)?)$/i.test(name)
  )
}

/** Pairs of names for columns and rows, as tools that draw cells call them. */
const PLACES: readonly (readonly [column: RegExp, row: RegExp])[] = [
  [/^x$/i, /^y$/i],
  [/^col(?:umn)?$/i, /^row$/i],
  [/^j$/, /^i$/],
]

/** Returns two columns that are called like the places of cells, `x` and `y`, rows first. */
export function placesByName(
  columns: readonly TypedColumn[],
): readonly [TypedColumn, TypedColumn] | undefined {
  const keys = columns.filter(({ isText, isWhole }) => isText || isWhole)
  for (const [column, row] of PLACES) {
    const across = keys.find(({ name }) => column.test(name))
    const down = keys.find(({ name }) => row.test(name))
    if (across !== undefined && down !== undefined && columns.length > 2) return [down, across]
  }
  return undefined
}
