import { type Query, type Tensor, type TokenLists } from '../../tensor/Tensor'
import { plainCounted } from '../../text/counted'
import { pathText, PathError } from '../json/JsonPath'
import { type Metadata } from './CanonicalSchema'
import { pastOf } from './pastOf'
import { type DocumentMetadata } from './readMetadata'
import { type QueryRows, type Slice } from './readValues'
import { storageOf } from './storageOf'
import { tokenListsOf } from './tokenListsOf'
import { type TrimmedNumbers } from './trimNumbers'

/** What the color bar says where the file does not say it. */
const DEFAULT_METRIC = 'cosine similarity'

/** Puts a slice and the document's metadata together. Throws `PathError` where their counts differ. */
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
    const { label, position } = typeof entry === 'object' ? entry : { label: entry }
    const name = label ?? `Meta Token #${queryIndex + 1}`
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
    return { label: name, position: position ?? firstIndex + past }
  })
  return { pasts, queries }
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

/** What a tensor may lack; entries are left out, not undefined. */
function optionalOf({ known, view }: DocumentMetadata): Partial<Tensor> {
  return {
    ...(known.layers !== undefined && { layerLabels: known.layers }),
    ...(known.title !== undefined && { title: known.title }),
    ...(known.model !== undefined && { model: known.model }),
    ...(known.source !== undefined && { source: known.source }),
    ...(known.hidden_size !== undefined && { hiddenSize: known.hidden_size }),
    ...(view !== undefined && { view }),
  }
}
