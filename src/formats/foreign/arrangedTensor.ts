import { type Query, type Tensor, type TokenLists } from '../../tensor/Tensor'
import { arrangedValues, type ArrangedValues } from './arrangedValues'
import { axisNames } from './axisNames'
import {
  dimensionNoun,
  dimensionOf,
  type Arrangement,
  type Dimension,
  type FoundArray,
  type FoundFile,
} from './FoundFile'
import { foundView, openingQuery, type Roles } from './foundView'
import { countOf, isCountingDown } from './roleOfName'

/** Names of arrays that do not describe their numbers. */
const EMPTY_NAME = /^(?:|z|data|values?|array|arr_\d+)$/i

/**
 * Returns an array as a tensor with the given arrangement. Layers that count down are flipped, so that layer 0 is the
 * first. If the array has no token texts, they are taken from those lists in `tokenLists` whose lengths match.
 */
export function arrangedTensor(
  array: FoundArray,
  arrangement: Arrangement,
  tokenLists: FoundFile['tokenLists'] = [],
): Tensor {
  const roles = rolesOf(array, arrangement)
  const isFlipped = isCountingDown(roles.layer?.labels ?? [])
  const storage = arrangedValues(array, arrangement, isFlipped)
  const tokens = tokensOf(roles, tokenLists, storage)
  const tokenCounts = tokenCountsOf(tokens, storage)
  const layerLabels = layerLabelsOf(roles.layer, isFlipped)
  const axes = axisNames(roles)
  return {
    ...storage,
    tokenCounts,
    queries: queriesOf(array, arrangement, tokenCounts),
    hasQueries: roles.query !== undefined,
    tokens,
    firstIndex: 0,
    align: 'start',
    special: array.special ?? [],
    ...(layerLabels && { layerLabels }),
    metric: array.metric ?? metricOf(array.name),
    ...(array.title !== undefined && { title: array.title }),
    ...(array.model !== undefined && { model: array.model }),
    ...(array.source !== undefined && { source: array.source }),
    view: {
      ...foundView(array, roles, { isFlipped, column: axes.column }),
      ...openingQuery(storage),
    },
    axes,
    extra: [],
    queryExtra: [],
  }
}

function rolesOf({ dimensions }: FoundArray, arrangement: Arrangement): Roles {
  return Object.fromEntries(
    dimensions.flatMap((dimension, i) => {
      const role = arrangement[i]
      return typeof role === 'string' ? [[role, dimension]] : []
    }),
  )
}

/** Returns the length of the longest row of each query. */
function longestRows({ rowOffsets, queryRows }: ArrangedValues): Uint32Array {
  return Uint32Array.from({ length: queryRows.length - 1 }, (_, query) => {
    let longest = 0
    for (let row = queryRows[query] ?? 0; row < (queryRows[query + 1] ?? 0); row++) {
      longest = Math.max(longest, (rowOffsets[row + 1] ?? 0) - (rowOffsets[row] ?? 0))
    }
    return longest
  })
}

function tokensOf(
  { token }: Roles,
  lists: readonly (readonly string[])[],
  storage: ArrangedValues,
): TokenLists {
  const { labels, size = 1 } = token ?? {}
  if (labels !== undefined && !isIndex(labels)) return { kind: 'shared', texts: labels }
  const rows = longestRows(storage)
  const isOwn =
    lists.length === rows.length && lists.every((list, q) => list.length >= (rows[q] ?? 0))
  if (isOwn && rows.length > 1) return { kind: 'own', texts: lists }
  const texts = lists.find(({ length }) => length === size)
  return texts === undefined ? { kind: 'none' } : { kind: 'shared', texts }
}

function tokenCountsOf(tokens: TokenLists, storage: ArrangedValues): Uint32Array {
  const rows = longestRows(storage)
  if (tokens.kind === 'none') return rows
  return rows.map((_, query) => {
    return (tokens.kind === 'shared' ? tokens.texts : (tokens.texts[query] ?? [])).length
  })
}

/** Whether labels are 0, 1, 2 …, which the axis shows by default. */
function isIndex(labels: readonly string[]): boolean {
  return labels.every((label, index) => label === String(index))
}

function layerLabelsOf(
  layer: Dimension | undefined,
  isFlipped: boolean,
): readonly string[] | undefined {
  const labels = isFlipped ? layer?.labels?.toReversed() : layer?.labels
  return labels === undefined || isIndex(labels) ? undefined : labels
}

function queriesOf(
  { dimensions }: FoundArray,
  arrangement: Arrangement,
  tokenCounts: Uint32Array,
): Query[] {
  const index = dimensionOf(arrangement, 'query')
  const query = dimensions[index]
  const noun = query?.name === undefined ? 'Query' : dimensionNoun(query, index)
  const isText = countOf(query?.labels ?? []) === undefined
  return Array.from(tokenCounts, (position, q) => {
    const text = query?.labels?.[q]
    const number = `${noun} ${query === undefined ? 1 : q}`
    if (text === undefined || text === String(q)) return { label: number, position }
    if (/^\d+$/.test(text)) return { label: `${noun} ${text}`, position }
    return { label: isText ? `${number} “${text}”` : text, position }
  })
}

function metricOf(name: string): string {
  const leaf = /([^.[\]/]*)(?:\[\d+\])*(?:\.npy)?$/.exec(name)?.[1] ?? ''
  if (EMPTY_NAME.test(leaf)) return 'value'
  // Of numbered arrays, the word before the number names an axis.
  const words = leaf.replaceAll('_', ' ').replaceAll(/\s+/g, ' ')
  return words.replace(/^(?:l|layers?|blocks?) (?=\S)/i, '')
}
