import { cellValues, numbersLike, partOf, type CellValues, type Numbers } from './CellValues'
import { layerOfRow, type Matrix, tokensOfColumns } from './Matrix'
import { layerCountOf, queryOf, rowOf, tokenText, type Companion, type Tensor } from './Tensor'

/** A range of displayed columns or rows; `end` is exclusive. */
export type Stretch = readonly [first: number, end: number]

/** A tensor of the visible part of another tensor, and the indices of its first token and layer in that tensor. */
export interface VisiblePart {
  readonly tensor: Tensor
  readonly firstToken: number
  readonly firstLayer: number
}

/**
 * Returns the visible cells of a tensor with their exact values and nothing else: no other token, query or note,
 * because a prompt may be private. Tokens (or layers) that lie between visible ones in the sequence but are not visible
 * themselves are missing and have no text. Returns undefined if no value is visible. `matrix` is that of the tensor or
 * of the tensor that is displayed in its place.
 */
export function visiblePart(
  matrix: Matrix,
  tensor: Tensor,
  columns: Stretch,
  rows: Stretch,
): VisiblePart | undefined {
  const { queryIndex, tokenCount } = matrix
  const tokens = shownOf(tokensOfColumns(matrix, ...columns), tokenCount)
  const layerCount = layerCountOf(tensor, queryIndex)
  const [firstRow, endRow] = rows
  const layers = shownOf(
    Array.from({ length: endRow - firstRow }, (_, k) => layerOfRow(matrix, firstRow + k)),
    layerCount,
  )
  const hasTexts = tensor.tokens.kind !== 'none'
  // Without texts, only the query's position gives the number of tokens, so all tokens up to the query are kept.
  const end = hasTexts ? tokens.end : tokenCount
  const count = Math.max(0, end - tokens.first)
  const needsQuery = end < tokenCount || queryIndex > 0 || !hasTexts
  const { extra: _extra, queryExtra: _queryExtra, view: _view, ...rest } = tensor
  const part: Tensor = {
    ...rest,
    ...cellsOf(tensor, queryIndex, { tokens: { ...tokens, end }, layers }),
    queryRows: Uint32Array.of(0, Math.max(0, layers.end - layers.first)),
    tokenCounts: Uint32Array.of(count),
    queries: [queryOf(tensor, queryIndex)],
    hasQueries: tensor.hasQueries || needsQuery,
    tokens: hasTexts
      ? { kind: 'own', texts: [textsOf(tensor, queryIndex, tokens)] }
      : { kind: 'none' },
    firstIndex: tensor.firstIndex + tokens.first,
    ...labelsOf(tensor, layers),
    extra: [],
    queryExtra: [],
  }
  if (part.values.length === 0) return undefined
  return { tensor: part, firstToken: tokens.first, firstLayer: layers.first }
}

/**
 * The visible tokens or layers. All of them lie in `first … end` (exclusive), but not all in that range are
 * visible.
 */
interface Shown {
  readonly first: number
  readonly end: number
  readonly flags: Uint8Array
}

function shownOf(items: readonly number[], count: number): Shown {
  const flags = new Uint8Array(count)
  for (const item of items) flags[item] = 1
  const first = flags.indexOf(1)
  return { first: Math.max(0, first), end: flags.lastIndexOf(1) + 1, flags }
}

function cellsOf(
  tensor: Tensor,
  queryIndex: number,
  { tokens, layers }: { readonly tokens: Shown; readonly layers: Shown },
): Pick<Tensor, 'values' | 'rowOffsets' | 'companions'> {
  const rowOffsets = [0]
  const rows: Numbers[] = []
  const places: Place[] = []
  for (let layer = layers.first; layer < layers.end; layer++) {
    const { values, block, offset, firstToken, length } = rowOf(tensor, queryIndex, layer)
    const start = Math.max(firstToken, tokens.first)
    const stop = Math.max(start, Math.min(firstToken + length, tokens.end))
    const row = values.slice(offset + start - firstToken, offset + stop - firstToken)
    const isHidden = (k: number): boolean =>
      tokens.flags[start + k] !== 1 || layers.flags[layer] !== 1
    for (let k = 0; k < row.length; k++) if (isHidden(k)) row[k] = NaN
    const from = (tensor.values.starts[block] ?? 0) + offset + start - firstToken
    places.push({ start: from, end: from + row.length, isHidden })
    rowOffsets.push((rowOffsets.at(-1) ?? 0) + row.length)
    rows.push(row)
  }
  return {
    values: joined(tensor.values, rows),
    rowOffsets: Float64Array.from(rowOffsets),
    ...(tensor.companions && {
      companions: tensor.companions.map((companion) => companionPart(companion, places)),
    }),
  }
}

/** The range of a row's values among all of them, with the values in it that are not visible. */
interface Place {
  readonly start: number
  readonly end: number
  readonly isHidden: (k: number) => boolean
}

function companionPart(companion: Companion, places: readonly Place[]): Companion {
  const { name, values } = companion
  if (!('blocks' in values)) {
    const texts = places.flatMap(({ start, end, isHidden }) =>
      values.slice(start, end).map((text, k) => (isHidden(k) ? null : text)),
    )
    return { name, values: texts }
  }
  const rows = places.map(({ start, end, isHidden }) => {
    const row = joined(values, partOf(values, start, end).blocks).blocks[0] ?? new Float64Array()
    for (let k = 0; k < row.length; k++) if (isHidden(k)) row[k] = NaN
    return row
  })
  return { name, values: joined(values, rows) }
}

/** Returns a copy of the rows in one block of the same width as the values. */
function joined(values: CellValues, rows: readonly Numbers[]): CellValues {
  const numbers = numbersLike(
    values,
    rows.reduce((sum, { length }) => sum + length, 0),
  )
  let start = 0
  for (const row of rows) {
    numbers.set(row, start)
    start += row.length
  }
  return cellValues(numbers)
}

function textsOf(tensor: Tensor, queryIndex: number, { first, end, flags }: Shown): string[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, k) =>
    flags[first + k] === 1 ? (tokenText(tensor, queryIndex, first + k) ?? '') : '',
  )
}

/** Returns the layers' numbers as labels, if the first visible layer is not layer 0. */
function labelsOf({ layerLabels }: Tensor, { first, end }: Shown): Pick<Tensor, 'layerLabels'> {
  if (layerLabels !== undefined) return { layerLabels: layerLabels.slice(first, end) }
  if (first === 0) return {}
  return { layerLabels: Array.from({ length: end - first }, (_, k) => first + k) }
}
