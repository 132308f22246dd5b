import { axesOf, DEFAULT_AXES } from '../../tensor/Axes'
import { cellValues } from '../../tensor/CellValues'
import { type Query, type Tensor, type TokenLists } from '../../tensor/Tensor'
import { plainCounted } from '../../text/counted'
import { PathError, pathText } from '../json/JsonPath'
import { checkRows } from '../source/Budget'
import { type Metadata } from './MetadataSchema'
import { type DocumentMetadata } from './readMetadata'
import { numbersOfRows, type QueryRows, type Slice, type TrimmedNumbers } from './readValues'

/** Label of the color bar if the file has no `metric`. */
export const DEFAULT_METRIC = 'cosine similarity'

/** Returns the tensor of a slice and the document's metadata. Throws PathError if their counts do not match. */
export function tensorOfSlice(
  { queries: rows }: Slice,
  metadata: DocumentMetadata,
  numbers: TrimmedNumbers,
): Tensor {
  const { known, extra, queryExtra } = metadata
  const tokens = tokenListsOf(known.tokens, rows.length)
  const firstIndex = known.first_index ?? 0
  const { pasts, queries } = queriesOf(rows, known, tokens, firstIndex)
  checkLayers(known, rows)
  return {
    ...storageOf(rows, numbers),
    tokenCounts: Uint32Array.from(pasts),
    queries,
    hasQueries: known.queries !== undefined,
    tokens,
    firstIndex,
    align: known.align ?? 'start',
    special: known.special ?? [],
    axes: axesOf(known.axes),
    metric: known.metric ?? DEFAULT_METRIC,
    extra,
    queryExtra,
    ...optionalOf(metadata),
  }
}

function queriesOf(
  rows: readonly QueryRows[],
  known: Metadata,
  tokens: TokenLists,
  firstIndex: number,
): { readonly pasts: readonly number[]; readonly queries: readonly Query[] } {
  const given = known.queries
  const { query: axis } = axesOf(known.axes)
  const noun = axis === DEFAULT_AXES.query ? 'Meta Token' : axis
  if (given !== undefined && given.length !== rows.length) {
    throw new PathError(
      'shape',
      ['queries'],
      `queries has ${plainCounted(given.length, 'meta token')}, but values has ${plainCounted(rows.length, 'matrix', 'matrices')}.`,
      'Give one entry for each meta token of values, or leave queries out.',
    )
  }
  const pasts: number[] = []
  const queries = rows.map((query, queryIndex) => {
    const entry = given?.[queryIndex]
    const own: QueryEntry = typeof entry === 'object' ? entry : { label: entry }
    const { label, position } = own
    const name = label ?? `${noun} #${queryIndex + 1}`
    const longestRow = query.rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0)
    const past = pastOf({
      tokens,
      queryIndex,
      position,
      firstIndex,
      longestRow,
    })
    if (longestRow > past) throw rowTooLong(query, past, name)
    pasts.push(past)
    return {
      label: name,
      position: position ?? firstIndex + past,
      ...originOf(own),
      ...differenceOf(own),
    }
  })
  return { pasts, queries }
}

/** The known keys of a query object. Those of a query that is only a label are absent. */
type QueryEntry = Partial<Exclude<NonNullable<Metadata['queries']>[number], string>>

/** The facts that determine the past of a query. Counts are in tokens. */
interface PastInput {
  readonly tokens: TokenLists
  readonly queryIndex: number
  /** Position of the query; undefined if the file does not give it. */
  readonly position: number | undefined
  readonly firstIndex: number
  readonly longestRow: number
}

/** Returns T, the number of past tokens of a query. All rules of the format about it are here. */
function pastOf(input: PastInput): number {
  const { tokens, queryIndex, position, firstIndex, longestRow } = input
  const before = position === undefined ? undefined : Math.max(position - firstIndex, 0)
  if (tokens.kind === 'own') return tokens.texts[queryIndex]?.length ?? 0
  if (tokens.kind === 'shared') return Math.min(before ?? longestRow, tokens.texts.length)
  return Math.max(before ?? 0, longestRow)
}

/**
 * Returns the lists of tokens, either one shared list or one list for each query. Throws PathError if a count is wrong.
 */
function tokenListsOf(tokens: Metadata['tokens'], queryCount: number): TokenLists {
  if (tokens === undefined) return { kind: 'none' }
  const lists = tokens.filter((list) => typeof list !== 'string')
  const texts = tokens.filter((list) => typeof list === 'string')
  if (lists.length === 0) return { kind: 'shared', texts }
  const [only] = lists
  if (lists.length === 1 && queryCount > 1 && only !== undefined) {
    return { kind: 'shared', texts: only }
  }
  if (lists.length !== queryCount) {
    throw new PathError(
      'shape',
      ['tokens'],
      `tokens has ${plainCounted(lists.length, 'list')}, but values has ${plainCounted(queryCount, 'meta token')}.`,
      'Give one list for each meta token, or one list for all of them.',
    )
  }
  return { kind: 'own', texts: lists }
}

function checkLayers(known: Metadata, rows: readonly QueryRows[]): void {
  if (known.layers === undefined) return
  const layerCount = rows.reduce((most, query) => Math.max(most, query.rows.length), 0)
  if (known.layers.length === layerCount) return
  throw new PathError(
    'shape',
    ['layers'],
    `layers has ${plainCounted(known.layers.length, 'label')}, but values has ${plainCounted(layerCount, 'layer')}.`,
    'Give one label for each layer, or leave layers out.',
  )
}

function rowTooLong({ path, rows }: QueryRows, past: number, label: string): PathError {
  const layer = rows.findIndex((row) => row !== undefined && row.length > past)
  const rowPath = [...path, layer]
  const length = rows[layer]?.length ?? 0
  return new PathError(
    'shape',
    rowPath,
    `${pathText(rowPath)} has ${plainCounted(length, 'value')}, but “${label}” has ${plainCounted(past, 'past token')}.`,
    'A row has one value for each token before the meta token: shorten it, or correct tokens, position or first_index.',
  )
}

/** Returns the optional fields of a tensor. Absent ones are left out, not undefined. */
function optionalOf({ known, view }: DocumentMetadata): Partial<Tensor> {
  return {
    ...(known.layers !== undefined && { layerLabels: known.layers }),
    ...(known.title !== undefined && { title: known.title }),
    ...originOf(known),
    ...differenceOf(known),
    ...(view !== undefined && { view }),
  }
}

/** Returns what was subtracted in a document or for a query; absent if it is not. */
function differenceOf({
  difference,
}: Partial<Pick<Metadata, 'difference'>>): Pick<Tensor, 'difference'> {
  if (difference === undefined) return {}
  const { A: a, B: b, matched, distance } = difference
  return {
    difference: {
      a: { label: a.label, ...originOf(a) },
      b: { label: b.label, ...originOf(b) },
      matched,
      ...(!distance && { hasDistance: false }),
    },
  }
}

/** Returns the width of the states, the model and the source of a document or a query. Absent ones are left out. */
function originOf({
  model,
  source,
  hidden_size: hiddenSize,
}: Partial<Pick<Metadata, 'model' | 'source' | 'hidden_size'>>): Pick<
  Query,
  'model' | 'source' | 'hiddenSize'
> {
  return {
    ...(model !== undefined && { model }),
    ...(source !== undefined && { source }),
    ...(hiddenSize !== undefined && { hiddenSize }),
  }
}

/** Returns the numbers of a slice as a view, not a copy: its rows are consecutive in the file. */
function storageOf(
  queries: readonly QueryRows[],
  trimmed: TrimmedNumbers,
): Pick<Tensor, 'values' | 'rowOffsets' | 'queryRows'> {
  const rows = queries.flatMap((query) => query.rows)
  checkRows(rows.length)
  const rowOffsets = new Float64Array(rows.length + 1)
  rows.forEach((row, r) => {
    rowOffsets[r + 1] = (rowOffsets[r] ?? 0) + (row?.length ?? 0)
  })
  const queryRows = new Uint32Array(queries.length + 1)
  queries.forEach((query, q) => {
    queryRows[q + 1] = (queryRows[q] ?? 0) + query.rows.length
  })
  const filled = rows.filter((row) => row !== undefined)
  return { values: cellValues(numbersOfRows(filled, trimmed)), rowOffsets, queryRows }
}
