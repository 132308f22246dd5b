import { type JsonArray, type JsonDocument, type JsonNode } from '../json/JsonTree'
import { spansOf, type Span } from './spansOf'

/** One query of a table in long form. */
export interface TidyQuery {
  /** Empty where the table names none. */
  readonly label: string
  /** Index in the sequence; NaN where the table does not say it. */
  readonly position: number
  /** By the label of their layer, in the order of the table: values by the index of their token in the sequence. */
  readonly rows: Map<string, Map<number, number>>
  /** By the index of a token in the sequence. */
  readonly texts: Map<number, string>
}

/**
 * The canonical document that says what a table in long form says; what lies between the values of a row is missing.
 * Throws `TensorError` (shape) where the indices lie too far apart.
 */
export function tidyDocument(queries: readonly TidyQuery[]): JsonDocument {
  const layers = [...new Set(queries.flatMap(({ rows }) => [...rows.keys()]))]
  const { first, ends, spans, cellCount, isEnd } = spansOf(queries, layers)
  const numbers = new Float64Array(cellCount).fill(NaN)
  let length = 0
  const rowNode = ({ rows }: TidyQuery, layer: string, [start, end]: Span): JsonNode => {
    if (start === end) return array([])
    for (const [index, value] of rows.get(layer) ?? []) numbers[length + index - start] = value
    length += end - start
    return { kind: 'row', start: length - end + start, length: end - start }
  }
  const values = queries.map((query, q) =>
    array((spans[q] ?? []).map((span, r) => rowNode(query, layers[r] ?? '', span))),
  )
  const tokens = queries.map(({ texts }, q) =>
    array(Array.from({ length: (ends[q] ?? first) - first }, (_, i) => texts.get(first + i) ?? '')),
  )
  const hasTokens = queries.some(({ texts }) => texts.size > 0)
  const hasQueries = queries.some(({ label }) => label !== '')
  const isNumbered = layers.every((layer, i) => layer === String(i))
  const entries: [string, JsonNode][] = [
    ['values', array(values)],
    ['first_index', first],
    ['align', isEnd ? 'end' : 'start'],
    ['layers', isNumbered ? null : array(layers)],
    ['tokens', hasTokens ? array(tokens) : null],
    ['queries', hasQueries ? array(queries.map(queryNode)) : null],
  ]
  return { root: { kind: 'object', entries }, numbers }
}

function array(items: readonly JsonNode[]): JsonArray {
  return { kind: 'array', items }
}

function queryNode({ label, position }: TidyQuery): JsonNode {
  if (Number.isNaN(position)) return label
  return {
    kind: 'object',
    entries: [
      ['label', label],
      ['position', position],
    ],
  }
}
