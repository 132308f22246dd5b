import { type JsonDocument, type JsonNode } from '../json/JsonNode'
import { arrayNode, layersNode, rowNode } from './exportedNodes'
import { mergedOrder } from './mergedOrder'

/** Consecutive cells of one layer of one query. */
interface ExportedRow {
  readonly query: string
  readonly position: number
  readonly layer: string
  /** Token indices: from, up to. */
  readonly first: number
  end: number
  /** Where its cells begin in the columns. */
  readonly start: number
}

/**
 * The canonical document that the columns `LONG_COLUMNS` were exported from; `values` are those of the last one. Layers and
 * queries without any value are not in it. Undefined where the rows have another order by now, for then it is a table like
 * any other.
 */
export function exportedDocument(
  columns: readonly (readonly string[])[],
  values: Float64Array,
): JsonDocument | undefined {
  const queries = queriesOf(rowsOf(columns))
  if (queries === undefined) return undefined
  const rows = queries.flat()
  const first = rows.reduce((least, row) => Math.min(least, row.first), Infinity)
  const ends = queries.map((own) => own.reduce((most, { end }) => Math.max(most, end), first))
  const layers = mergedOrder(queries.map((own) => own.map(({ layer }) => layer)))
  const isStart = rows.every((row) => row.first === first)
  const isEnd = queries.every((own, q) => own.every(({ end }) => end === ends[q]))
  if (layers === undefined || !(isStart || isEnd) || !Number.isSafeInteger(first)) return undefined
  const entries: [string, JsonNode][] = [
    ['values', arrayNode(queries.map((own) => arrayNode(layerNodes(own, layers))))],
    ['first_index', first],
    ['align', isStart ? 'start' : 'end'],
    ['layers', layersNode(layers)],
    ['tokens', tokensNode(queries, columns[3] ?? [], { first, ends })],
    [
      'queries',
      rows.every(({ query, position }) => query === '' && Number.isNaN(position))
        ? null
        : arrayNode(queries.map(queryNode)),
    ],
  ]
  return { root: { kind: 'object', entries }, numbers: values }
}

/** A row for each layer up to the query's last one; those without a value are empty. */
function layerNodes(own: readonly ExportedRow[], layers: readonly string[]): JsonNode[] {
  const rows = new Map(own.map((row) => [row.layer, row]))
  const count = layers.findLastIndex((layer) => rows.has(layer)) + 1
  return layers.slice(0, count).map((layer) => {
    const { start, first, end } = rows.get(layer) ?? { start: 0, first: 0, end: 0 }
    return rowNode(start, end - first)
  })
}

interface Span {
  /** Token index of the first token of all. */
  readonly first: number
  /** By query: token index behind its last one. */
  readonly ends: readonly number[]
}

/** The texts of each query's tokens; null where none has one. */
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
 * Where cells of a layer come again, another query begins, though it may have the same name. Undefined where a layer comes
 * again with other cells.
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
