import { type Dimension } from '../../foreign/FoundFile'
import { roleOfName, type NamedRole } from '../../foreign/roleOfName'
import { type NamedBlock } from './Block'
import { isDense, numbersOf, type Column } from './Column'

const VALUE =
  /^(?:values?|scores?|sim(?:ilarity)?|cos(?:ine)?(?:[ _-]?sim(?:ilarity)?)?|weights?|attention|attn|prob(?:ability)?|logits?|mean|std|z|attribution|importance|activation|color)$/i

/** Roles, outermost first. */
const roles: readonly NamedRole[] = ['query', 'layer', 'part', 'token']

/** Names of columns with the index of a token, not its text. */
const IS_PLACE = /pos|ind(?:ex|ice)|idx/i

/**
 * Returns the arrays of a table in long form, which has a row for each cell and columns for its place: `layer`,
 * `token`, `value`. There is one array for each column of values. Returns undefined if no column has a name with a
 * known role.
 */
export function longBlocks(columns: readonly Column[]): NamedBlock[] | undefined {
  const named = columns.map((column) => ({ ...column, role: roleOf(column.name) }))
  const rest = columns.filter(({ name }) => roleOf(name) === undefined)
  const values = valueColumns(rest)
  if (values.length === 0 || values.length === columns.length) return undefined
  const rowCount = columns[0]?.cells.length ?? 0
  const cells = new Float64Array(rowCount)
  const dimensions: Dimension[] = []
  for (const role of roles) {
    const own = named.filter((column) => column.role === role)
    if (own.length === 0) continue
    const { labels, indices } = axisOf(own, role === 'token' ? cells : undefined)
    cells.forEach((cell, row) => (cells[row] = cell * labels.length + (indices[row] ?? 0)))
    dimensions.push({ size: labels.length, name: own[0]?.name ?? role, labels })
  }
  const cellCount = dimensions.reduce((product, { size }) => product * size, 1)
  if (dimensions.length === 0 || !isDense(cellCount, rowCount)) return undefined
  return values.map(({ name, numbers }) => {
    const spread = new Float64Array(cellCount).fill(NaN)
    cells.forEach((cell, row) => (spread[cell] = numbers.values[row] ?? NaN))
    return { name, block: { values: spread, dimensions, textCount: numbers.textCount } }
  })
}

function roleOf(name: string): NamedRole | undefined {
  if (/^variable$/i.test(name)) return 'token'
  // A number in the name shows that the column is one of several.
  return name === name.trim() && !/\d/.test(name) && !VALUE.test(name)
    ? roleOfName(name)
    : undefined
}

function valueColumns(columns: readonly Column[]): {
  readonly name: string
  readonly numbers: NonNullable<ReturnType<typeof numbersOf>>
}[] {
  const numeric = columns.flatMap(({ name, cells }) => {
    const numbers = numbersOf(cells)
    return numbers === undefined ? [] : [{ name, numbers }]
  })
  const values = numeric.filter(({ name }) => VALUE.test(name))
  return values.length === 0 && numeric.length === 1 ? numeric : values
}

interface Axis {
  readonly labels: readonly string[]
  /** Index of the label for each row of the table. */
  readonly indices: Uint32Array
}

/** Returns the axis of the columns of one role. Their numbers determine the indices; their texts are the labels. */
function axisOf(columns: readonly Column[], cells: Float64Array | undefined): Axis {
  const numeric = columns.flatMap((column) => {
    const numbers = column.cells.some((cell) => typeof cell === 'string')
      ? undefined
      : numbersOf(column.cells)
    return numbers === undefined ? [] : [{ name: column.name, values: numbers.values }]
  })
  const texts = columns.find(({ cells: own }) => own.some((cell) => typeof cell === 'string'))
  const { values } = numeric.find(({ name }) => IS_PLACE.test(name)) ?? numeric[0] ?? {}
  if (values === undefined) return textAxis(texts?.cells.map(String) ?? [], cells)
  const distinct = new Float64Array(new Set(values)).toSorted()
  const indexOf = new Map([...distinct].map((value, i) => [value, i]))
  const indices = Uint32Array.from(values, (value) => indexOf.get(value) ?? 0)
  const labels = Array.from(distinct, String)
  texts?.cells.forEach((text, row) => (labels[indices[row] ?? 0] = String(text)))
  return { labels, indices }
}

/**
 * Returns an axis of texts in the order of their first appearance. If `cells` is given, a text that occurs twice in one
 * of them stands for two indices.
 */
function textAxis(texts: readonly string[], cells: Float64Array | undefined): Axis {
  const counts = new Map<string, number>()
  const indexOf = new Map<string, number>()
  const labels: string[] = []
  const indices = Uint32Array.from(texts, (text, row) => {
    const place = `${cells?.[row]} ${text}`
    const count = cells === undefined ? 0 : (counts.get(place) ?? 0)
    counts.set(place, count + 1)
    const id = `${count} ${text}`
    const index = indexOf.get(id) ?? labels.push(text) - 1
    indexOf.set(id, index)
    return index
  })
  return { labels, indices }
}
