import { type Dimension } from '../../foreign/FoundFile'
import { isDense } from './TableColumn'
import { type TypedColumn } from './columnKind'

/** The most matrices into which a column of texts divides a table. */
const MOST_GROUPS = 64

/** Names of columns with the index of a token, not its text. */
const IS_PLACE = /pos|ind(?:ex|ice)|idx/i

/** An axis of a long table. */
interface TableAxis {
  readonly labels: readonly string[]
  /** Index of the label for each row of the table. */
  readonly indices: Uint32Array
}

/** The cell of each row of a long table. */
export interface Placed {
  readonly dimensions: readonly Dimension[]
  readonly cellCount: number
  /** The index of each row's cell, row-major over the dimensions. */
  readonly cells: Float64Array
  /** The columns of texts that tell rows with the same place apart. */
  readonly grouping: readonly TypedColumn[]
  /** Whether the rows of the table have the places of the innermost axis in one order. */
  readonly isOrdered: boolean
}

/**
 * Returns the cells of the rows of a long table, whose places are given by columns for each axis, outermost first. If
 * several rows have one place, columns of texts divide the table into matrices; if that is not enough, equal texts of
 * tokens are different tokens, and other rows are counted. Returns undefined if there are far more cells than rows.
 */
export function placedOn(
  axes: readonly (readonly TypedColumn[])[],
  texts: readonly TypedColumn[],
): Placed | undefined {
  const rowCount = axes[0]?.[0]?.cells.length ?? 0
  // A million rows on a diagonal have a trillion cells: this is known long before their axes are.
  const fewest = axes.map((columns) => new Set<number | string>(placesOf(columns)).size)
  if (!isDense(product(fewest), rowCount)) return undefined
  const inner = axes.map((columns) => axisOf(columns))
  const grouping: TypedColumn[] = []
  const parts = [...inner]
  let distinct = distinctCount(cellsOf(parts, rowCount))
  for (const text of texts) {
    if (distinct === rowCount) break
    const group = axisOf([text])
    const count = distinctCount(cellsOf([group, ...parts], rowCount))
    if (count === distinct || group.labels.length > MOST_GROUPS) continue
    grouping.push(text)
    parts.unshift(group)
    distinct = count
  }
  const names = [...grouping.toReversed(), ...axes.map(([first]) => first)].map(
    (each) => each?.name,
  )
  const whole =
    distinct === rowCount ? { parts, names } : withRepeats(parts, names, axes.at(-1) ?? [])
  const cellCount = product(whole.parts.map(({ labels }) => labels.length))
  if (!isDense(cellCount, rowCount)) return undefined
  return {
    grouping,
    cellCount,
    isOrdered: isOrdered(whole.parts),
    cells: cellsOf(whole.parts, rowCount),
    dimensions: whole.parts.map(({ labels }, d) =>
      Object.assign(
        { size: labels.length, labels },
        whole.names[d] !== undefined && { name: whole.names[d] },
      ),
    ),
  }
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((whole, size) => whole * size, 1)
}

/** Whether the places of the innermost axis rise within each place of the others, as the table lists its rows. */
function isOrdered(parts: readonly TableAxis[]): boolean {
  const innermost = parts.at(-1)
  const rowCount = innermost?.indices.length ?? 0
  const last = new Map<number, number>()
  return cellsOf(parts.slice(0, -1), rowCount).every((place, row) => {
    const index = innermost?.indices[row] ?? 0
    const isLater = index > (last.get(place) ?? -1)
    last.set(place, index)
    return isLater
  })
}

interface NamedParts {
  readonly parts: TableAxis[]
  readonly names: readonly (string | undefined)[]
}

/** Returns the axes with one place for each row: equal texts in the innermost axis stand apart, or rows are counted. */
function withRepeats(
  parts: readonly TableAxis[],
  names: readonly (string | undefined)[],
  innermost: readonly TypedColumn[],
): NamedParts {
  const rowCount = parts[0]?.indices.length ?? 0
  const outer = parts.slice(0, -1)
  if (innermost.every(({ isText }) => isText)) {
    return { parts: [...outer, axisOf(innermost, cellsOf(outer, rowCount))], names }
  }
  const counts = new Map<number, number>()
  const indices = Uint32Array.from(cellsOf(parts, rowCount), (cell) => {
    const count = counts.get(cell) ?? 0
    counts.set(cell, count + 1)
    return count
  })
  const most = indices.reduce((one, other) => Math.max(one, other), 0)
  const labels = Array.from({ length: most + 1 }, (_, repeat) => String(repeat))
  return { parts: [{ labels, indices }, ...parts], names: ['repeat', ...names] }
}

function cellsOf(axes: readonly TableAxis[], rowCount: number): Float64Array {
  const cells = new Float64Array(rowCount)
  for (const { labels, indices } of axes) {
    cells.forEach((cell, row) => (cells[row] = cell * labels.length + (indices[row] ?? 0)))
  }
  return cells
}

function distinctCount(cells: Float64Array): number {
  return new Set(cells).size
}

/**
 * Returns the axis of the columns of one role. Their numbers determine the indices; their texts are the labels. If
 * `cells` is given, a text that occurs twice in one of them stands for two indices.
 */
function axisOf(columns: readonly TypedColumn[], cells?: Float64Array): TableAxis {
  const values = placesOf(columns)
  if (!(values instanceof Float64Array)) return textAxis(values, cells)
  const texts = columns.find(({ isText }) => isText)
  const distinct = new Float64Array(new Set(values)).toSorted()
  const indexOf = new Map([...distinct].map((value, i) => [value, i]))
  const indices = Uint32Array.from(values, (value) => indexOf.get(value) ?? 0)
  const labels = Array.from(distinct, String)
  texts?.cells.forEach((text, row) => (labels[indices[row] ?? 0] = String(text)))
  return { labels, indices }
}

/** Returns the numbers that determine the indices of an axis, or its texts if it has none. */
function placesOf(columns: readonly TypedColumn[]): Float64Array | readonly string[] {
  const numeric = columns.filter(({ numbers }) => numbers !== undefined)
  const { numbers } = numeric.find(({ name }) => IS_PLACE.test(name)) ?? numeric[0] ?? {}
  return numbers?.values ?? columns.find(({ isText }) => isText)?.cells.map(String) ?? []
}

/**
 * Returns the columns that say where values are along one axis: a column of numbers with the texts that label them, or
 * one of texts. Texts that differ for the same number are not its labels.
 */
export function axisColumns(columns: readonly TypedColumn[]): readonly TypedColumn[] {
  const numeric = columns.filter(({ numbers }) => numbers !== undefined)
  const number = numeric.find(({ name }) => IS_PLACE.test(name)) ?? numeric[0]
  const texts = columns.filter(({ isText }) => isText)
  if (number === undefined) return texts.slice(0, 1)
  const pairs = (text: TypedColumn): number =>
    new Set(text.cells.map((cell, row) => JSON.stringify([cell, number.cells[row]]))).size
  const placeCount = new Set(number.cells).size
  const label = texts.find(
    (text) => pairs(text) === placeCount && (placeCount === 1 || new Set(text.cells).size > 1),
  )
  return [
    number,
    ...numeric.filter((each) => each !== number),
    ...(label === undefined ? [] : [label]),
  ]
}

/** Returns an axis of texts in the order of their first appearance. */
function textAxis(texts: readonly string[], cells: Float64Array | undefined): TableAxis {
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
