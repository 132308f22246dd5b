import { ownAxisNames, type Axes } from '../../tensor/Axes'
import { arrayNode, rowNode, type JsonDocument, type JsonNode } from '../json/JsonNode'
import { mergedOrder } from './mergedOrder'

/** Consecutive cells of one layer of one query. */
interface ExportedRow {
  readonly query: string
  readonly position: number
  readonly layer: string
  /** Range of token indices; the end is exclusive. */
  readonly first: number
  end: number
  /** Index of its first cell in the columns. */
  readonly start: number
}

/** The document from which a table was exported. */
interface ExportedDocument extends JsonDocument {
  /** Whole sentences about what the table has otherwise. */
  readonly notices: readonly string[]
}

/** A further column: its name, and a number or a text for each row. */
export interface ExportedCompanion {
  readonly name: string
  readonly cells: Float64Array | readonly string[]
}

/** The columns of an exported table beside those that say where a value is. */
interface ExportedCells {
  readonly values: Float64Array
  readonly axes: Axes
  readonly companions: readonly ExportedCompanion[]
}

/**
 * Returns the canonical document from which the columns `longColumns` were exported. Layers and queries without values are absent, and numbered layers are in the order of their numbers. Returns undefined if the rows were reordered after the
 * export; the table is then read like any other.
 */
export function exportedDocument(
  columns: readonly (readonly string[])[],
  { values, axes, companions }: ExportedCells,
): ExportedDocument | undefined {
  const queries = queriesOf(rowsOf(columns))
  if (queries === undefined) return undefined
  const rows = queries.flat()
  const first = rows.reduce((least, row) => Math.min(least, row.first), Infinity)
  const ends = queries.map((own) => own.reduce((most, { end }) => Math.max(most, end), first))
  const lists = queries.map((own) => own.map(({ layer }) => layer))
  const layers = mergedOrder(lists)
  const isStart = rows.every((row) => row.first === first)
  const isEnd = queries.every((own, q) => own.every(({ end }) => end === ends[q]))
  const areWhole = rows.every((row) => Number.isSafeInteger(row.first))
  if (layers === undefined || !(isStart || isEnd) || !areWhole) return undefined
  const spread = spreadOf(queries, layers, { first, ends })
  if (spread > MOST_SPREAD * (values.length + LEAST_SPREAD)) return undefined
  const placed = queries.map((own) => placedLayers(own, layers))
  const numbers = new Float64Array(values.length * (1 + companions.length))
  let length = 0
  // Rows of numbers are consecutive in a document, but the layers of a table may have another order.
  const nodeOf = (cells: ExportedCompanion['cells']): JsonNode =>
    arrayNode(
      placed.map((own) =>
        arrayNode(
          own.map(({ start, count }) => {
            const row = cells.slice(start, start + count)
            if (!(row instanceof Float64Array)) return arrayNode(row.map((text) => text || null))
            numbers.set(row, length)
            length += count
            return rowNode(length - count, count)
          }),
        ),
      ),
    )
  const entries: [string, JsonNode][] = [
    ['values', nodeOf(values)],
    [
      'companions',
      companions.length === 0
        ? null
        : { kind: 'object', entries: companions.map(({ name, cells }) => [name, nodeOf(cells)]) },
    ],
    ['first_index', first],
    ['align', isStart ? 'start' : 'end'],
    ['layers', layersNode(layers)],
    ['axes', axesNode(axes)],
    ['tokens', tokensNode(queries, columns[3] ?? [], { first, ends })],
    [
      'queries',
      rows.every(({ query, position }) => query === '' && Number.isNaN(position))
        ? null
        : arrayNode(queries.map(queryNode)),
    ],
  ]
  const places = new Map(layers.map((layer, place) => [layer, place]))
  const notices = lists.some((list) => isReordered(list, places)) ? [REORDERED] : []
  return { root: { kind: 'object', entries }, numbers: numbers.subarray(0, length), notices }
}

/** Most rows and tokens that a document may name for each value, and for a small table. */
const MOST_SPREAD = 16
const LEAST_SPREAD = 1e5

/**
 * Returns the number of rows and tokens in the document of a table. A table of a few cells that are very far apart, or of
 * many queries each with a layer of its own, would otherwise take any amount of memory.
 */
function spreadOf(
  queries: readonly (readonly ExportedRow[])[],
  layers: readonly string[],
  { first, ends }: Span,
): number {
  const places = new Map(layers.map((layer, place) => [layer, place]))
  return queries.reduce((sum, own, q) => {
    const last = own.reduce((most, { layer }) => Math.max(most, places.get(layer) ?? 0), 0)
    return sum + last + (ends[q] ?? first) - first
  }, 0)
}

const REORDERED = 'Rows are in the order of their numbers; the table had another order.'

/** Whether the items of a list are in another order than their places. */
function isReordered(list: readonly string[], places: ReadonlyMap<string, number>): boolean {
  return list.some((item, i) => (places.get(item) ?? 0) < (places.get(list[i - 1] ?? item) ?? 0))
}

/** Returns the labels of layers, or null if they are 0, 1, 2 …, which are the default. */
export function layersNode(labels: readonly string[]): JsonNode {
  return labels.every((label, layer) => label === String(layer)) ? null : arrayNode(labels)
}

/** Returns the names of axes that are not the defaults. */
export function axesNode(axes: Axes): JsonNode {
  return { kind: 'object', entries: Object.entries(ownAxisNames(axes) ?? {}) }
}

/** Returns the cells of each layer up to the query's last one. Layers without values have none. */
function placedLayers(
  own: readonly ExportedRow[],
  layers: readonly string[],
): readonly { readonly start: number; readonly count: number }[] {
  const rows = new Map(own.map((row) => [row.layer, row]))
  const count = layers.findLastIndex((layer) => rows.has(layer)) + 1
  return layers.slice(0, count).map((layer) => {
    const { start, first, end } = rows.get(layer) ?? { start: 0, first: 0, end: 0 }
    return { start, count: end - first }
  })
}

interface Span {
  /** Index of the first token of all queries. */
  readonly first: number
  /** Exclusive end of the token indices of each query. */
  readonly ends: readonly number[]
}

/** Returns the token texts of each query, or null if no token has a text. */
function tokensNode(
  queries: readonly (readonly ExportedRow[])[],
  texts: readonly string[],
  { first, ends }: Span,
): JsonNode {
  if (texts.every((text) => text === '')) return null
  return arrayNode(
    queries.map((own, q) => {
      const named = Array<string>((ends[q] ?? first) - first).fill('')
      for (const { first: from, end, start } of own) {
        for (let i = from; i < end; i++) named[i - first] = texts[start + i - from] ?? ''
      }
      return arrayNode(named)
    }),
  )
}

function rowsOf(columns: readonly (readonly string[])[]): ExportedRow[] {
  const [queries = [], layers = [], indices = [], , distances = []] = columns
  const rows: ExportedRow[] = []
  for (const [start, query] of queries.entries()) {
    const first = Number(indices[start])
    const position = first + (distances[start] ? Number(distances[start]) : NaN)
    const layer = layers[start] ?? ''
    const row = { query, position, layer, first, end: first + 1, start }
    const last = rows.at(-1)
    if (isSameQuery(last, row) && last.layer === layer && last.end === first) last.end++
    else rows.push(row)
  }
  return rows
}

/**
 * Returns the rows of each query. A new query begins where the cells of a layer occur a second time, even if it has the
 * same name. Returns undefined if a layer occurs a second time with other cells.
 */
function queriesOf(rows: readonly ExportedRow[]): (readonly ExportedRow[])[] | undefined {
  const queries: ExportedRow[][] = []
  let own = new Map<string, ExportedRow>()
  for (const row of rows) {
    const earlier = own.get(row.layer)
    const isSame = isSameQuery(queries.at(-1)?.[0], row)
    if (isSame && earlier && !(earlier.first < row.end && row.first < earlier.end)) return undefined
    if (isSame && !earlier) {
      queries.at(-1)?.push(row)
    } else {
      queries.push([row])
      own = new Map()
    }
    own.set(row.layer, row)
  }
  return queries
}

function isSameQuery(one: ExportedRow | undefined, row: ExportedRow): one is ExportedRow {
  return one?.query === row.query && Object.is(one.position, row.position)
}

function queryNode([row]: readonly ExportedRow[]): JsonNode {
  const { query = '', position = NaN } = row ?? {}
  if (Number.isNaN(position)) return query
  return {
    kind: 'object',
    entries: [
      ['label', query],
      ['position', position],
    ],
  }
}
