import { type JsonArray, type JsonDocument, type JsonNode } from '../json/JsonNode'

/**
 * The columns of a tensor exported in long form: a row for each cell, query after query, layer after layer, tokens one
 * after the other. `token_index` counts from the first token of the sequence, `distance` back from the query.
 */
export const EXPORTED_COLUMNS = 'query,layer,token_index,token,distance,value'

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
 * The canonical document that a table was exported from. Undefined where its rows have another order by now, for then it
 * is a table like any other.
 */
export function exportedDocument(
  columns: readonly (readonly string[])[],
): JsonDocument | undefined {
  const [, , , texts = [], , values = []] = columns
  const queries = queriesOf(rowsOf(columns))
  const rows = queries.flat()
  const first = rows.reduce((least, row) => Math.min(least, row.first), Infinity)
  const ends = queries.map((own) => own.reduce((most, { end }) => Math.max(most, end), first))
  const layers = queries.reduce((most, own) => (own.length > most.length ? own : most), [])
  const isStart = rows.every((row) => row.first === first)
  const isEnd = queries.every((own, q) => own.every(({ end }) => end === ends[q]))
  const isOrdered = queries.every((own) => own.every(({ layer }, r) => layer === layers[r]?.layer))
  if (!isOrdered || !(isStart || isEnd) || !Number.isSafeInteger(first)) return undefined
  const tokens = queries.map((own, q) => {
    const named = Array<string>((ends[q] ?? first) - first).fill('')
    for (const { first: from, end, start } of own) {
      for (let i = from; i < end; i++) named[i - first] = texts[start + i - from] ?? ''
    }
    return listOf(named)
  })
  const entries: [string, JsonNode][] = [
    ['values', listOf(queries.map((own) => listOf(own.map(rowNode))))],
    ['first_index', first],
    ['align', isStart ? 'start' : 'end'],
    ['layers', listOf(layers.map(({ layer }) => layer))],
    ['tokens', listOf(tokens)],
    ['queries', rows.every(({ query }) => query === '') ? null : listOf(queries.map(queryNode))],
  ]
  return {
    root: { kind: 'object', entries },
    numbers: Float64Array.from(values, numberOf),
  }
}

function rowsOf(columns: readonly (readonly string[])[]): ExportedRow[] {
  const [queries = [], layers = [], indices = [], , distances = []] = columns
  const rows: ExportedRow[] = []
  for (const [start, query] of queries.entries()) {
    const first = Number(indices[start])
    const position = first + numberOf(distances[start])
    const layer = layers[start] ?? ''
    const row = { query, position, layer, first, end: first + 1, start }
    const last = rows.at(-1)
    if (isSameQuery(last, row) && last.layer === layer && last.end === first) last.end++
    else rows.push(row)
  }
  return rows
}

/** Where cells of the first layer come again, another query begins, though it may have the same name. */
function queriesOf(rows: readonly ExportedRow[]): ExportedRow[][] {
  const queries: ExportedRow[][] = []
  for (const row of rows) {
    const own = queries.at(-1)
    const [first] = own ?? []
    const isAgain = first?.layer === row.layer && row.first < first.end && row.end > first.first
    if (isSameQuery(first, row) && !isAgain) own?.push(row)
    else queries.push([row])
  }
  return queries
}

function isSameQuery(one: ExportedRow | undefined, row: ExportedRow): one is ExportedRow {
  return one?.query === row.query && Object.is(one.position, row.position)
}

function numberOf(text = ''): number {
  return text === '' ? NaN : Number(text)
}

function listOf(items: readonly JsonNode[]): JsonArray {
  return { kind: 'array', items }
}

function rowNode({ start, first, end }: ExportedRow): JsonNode {
  return { kind: 'row', start, length: end - first }
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
