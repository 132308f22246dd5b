import { columnOf, tokensIn, type Alignment } from '../tensor/Alignment'
import { wordsOf } from '../tensor/Axes'
import { cellValues, numbersLike } from '../tensor/CellValues'
import { matrixOf, valueIn } from '../tensor/Matrix'
import {
  differenceOf,
  hiddenSizeOf,
  layerLabel,
  rowOf,
  tokenCountOf,
  tokenText,
  valuesOfRow,
  type Row,
  type Tensor,
  type TokenLists,
} from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { withOrders } from '../tensor/withOrders'
import { type Sliced } from './Sliced'

/** The layer and the axis of a view whose rows are queries. */
export interface LayerPlace extends Pick<View, 'layer' | 'axis'> {
  /** The columns of an aligned axis. */
  readonly alignment?: Alignment | undefined
}

/**
 * Returns a tensor of one layer, whose rows are the queries of the given tensor. Its only query is the layer, and its
 * tokens are the columns that the queries share. A column of several tokens of a query has their mean.
 */
export function* queriesAtLayer(whole: Tensor, place: LayerPlace): Sliced<Tensor> {
  const { layer, axis, alignment } = place
  const { queries, tokenCounts, firstIndex, axes } = whole
  const { row: layerWords, hasDistance } = wordsOf(whole)
  const byDistance = axis === 'distance' && hasDistance
  const farthest = queries.map(({ position }) => position - firstIndex)
  const filled = farthest.filter((_, q) => tokenCountOf(whole, q) > 0)
  const last = byDistance ? filled.reduce((most, each) => Math.max(most, each), -Infinity) : 0
  const firstColumns = Int32Array.from(farthest, (own) => (byDistance ? last - own : 0))
  const ends = queries.map((_, q) => (tokenCounts[q] ? (firstColumns[q] ?? 0) + tokenCounts[q] : 0))
  const starts = alignment?.starts
  const count = alignment?.columnCount ?? ends.reduce((most, end) => Math.max(most, end), 0)
  const made = yield* rowsOf(whole, place, firstColumns)
  const sizes = new Set(queries.map((_, q) => hiddenSizeOf(whole, q)))
  const differences = queries.map((_, q) => differenceOf(whole, q))
  const widths = new Set(differences.map((each) => `${each?.a.hiddenSize} ${each?.b.hiddenSize}`))
  const {
    companions: _companions,
    hiddenSize: _size,
    difference: _difference,
    view: _view,
    ...rest
  } = whole
  const [size] = sizes
  return {
    ...rest,
    ...made,
    queryRows: Uint32Array.of(0, queries.length),
    tokenCounts: Uint32Array.of(count),
    queries: [
      {
        label: `${layerWords.name} ${layerLabel(whole, layer)}`,
        position: byDistance ? firstIndex + last : firstIndex + count,
      },
    ],
    hasQueries: true,
    tokens: commonTokens(whole, firstColumns, alignment ?? {}, count),
    align: 'start',
    layerLabels: queries.map(({ label }) => label),
    axes: { query: axes.row, row: axes.query, column: axes.column },
    ...(sizes.size === 1 && size !== undefined && { hiddenSize: size }),
    // Only the widths of what was subtracted matter without A and B.
    ...(widths.size === 1 && differences[0] && { difference: differences[0] }),
    queryExtra: [],
    atLayer: { whole, layerIndex: layer, hasDistance: byDistance, firstColumns, starts },
  }
}

/** Values copied without a pause. */
const SLICE = 1 << 17

function* rowsOf(
  whole: Tensor,
  { layer, alignment }: LayerPlace,
  firstColumns: Int32Array,
): Sliced<Pick<Tensor, 'values' | 'rowOffsets' | 'firstTokens'>> {
  const places = whole.queries.map((_, query) => {
    const row = rowOf(whole, query, layer)
    const starts = alignment?.starts?.[query]
    if (starts === undefined || row.length === 0) {
      return { row, first: row.firstToken + (firstColumns[query] ?? 0), length: row.length }
    }
    const first = columnOf(starts, row.firstToken)
    const end = columnOf(starts, row.firstToken + row.length - 1) + 1
    return { row, first, length: end - first }
  })
  const rowOffsets = new Float64Array(places.length + 1)
  places.forEach(({ length }, q) => {
    rowOffsets[q + 1] = (rowOffsets[q] ?? 0) + length
  })
  const total = rowOffsets[places.length] ?? 0
  const hasMeans = alignment?.kind === 'pieces'
  const numbers = hasMeans ? new Float64Array(total) : numbersLike(whole.values, total)
  let untilPause = SLICE
  for (const [query, { row, first, length }] of places.entries()) {
    const start = rowOffsets[query] ?? 0
    if (alignment?.starts === undefined) numbers.set(valuesOfRow(row), start)
    else numbers.set(alignedValues(whole, { query, row, first, length }, alignment), start)
    untilPause -= length
    if (untilPause > 0) continue
    untilPause = SLICE
    yield
  }
  return {
    values: cellValues(numbers),
    rowOffsets,
    firstTokens: Uint32Array.from(places, ({ first }) => Math.max(0, first)),
  }
}

interface AlignedRow {
  readonly query: number
  readonly row: Row
  readonly first: number
  readonly length: number
}

function alignedValues(
  whole: Tensor,
  { query, row, first, length }: AlignedRow,
  alignment: Alignment,
): Float64Array {
  const matrix = withOrders(matrixOf(whole, query, 'aligned', 'query'), { alignment })
  return Float64Array.from({ length }, (_, k) => valueIn(matrix, row, first + k) ?? NaN)
}

/** Returns the texts of the columns, if all queries that have a column have the same text in it; else no texts. */
function commonTokens(
  whole: Tensor,
  firstColumns: Int32Array,
  { starts, holders }: Partial<Alignment>,
  count: number,
): TokenLists {
  if (whole.tokens.kind === 'none') return { kind: 'none' }
  if (starts !== undefined) {
    const texts = Array.from({ length: count }, (_, column) => {
      const query = holders?.[column] ?? 0
      const own = starts[query] ?? new Int32Array()
      const tokens = Array.from(
        { length: tokensIn(own, column) },
        (__, k) => k + (own[column] ?? 0),
      )
      return tokens.map((token) => tokenText(whole, query, token) ?? '').join('')
    })
    return { kind: 'own', texts: [texts] }
  }
  const texts = Array.from({ length: count }, (): string | undefined => undefined)
  for (const [query, first] of firstColumns.entries()) {
    for (let token = 0; token < tokenCountOf(whole, query); token++) {
      const text = tokenText(whole, query, token)
      if ((texts[first + token] ?? text) !== text) return { kind: 'none' }
      texts[first + token] = text
    }
  }
  return { kind: 'own', texts: [texts.map((text) => text ?? '')] }
}
