import { shapeText } from '../elements/Content'
import { hasGrowingRows } from '../foreign/axisEvidence'
import { type Dimension, type FoundArray, type FoundFile } from '../foreign/FoundFile'
import { knownDimensions } from '../foreign/roleOfName'
import { getEntry, isObject, type JsonDocument } from '../json/JsonNode'
import { pathText, type JsonPath } from '../json/JsonPath'
import { type Block } from './blocks/Block'
import { textsOf } from './blocks/textsOf'
import { byQuery, labelled, roleOfPath, type LabelList } from './labelled'
import { Search, type FoundBlock } from './Search'
import { withSeriesLabels } from './seriesLabels'

/** Names of arrays that are not values but indices of cells. */
const IS_ID = /(?:^|[._])(?:ids?|idx|ind(?:ex|ices)|mask|offsets?|positions?|layers?|heads?)$/i

/** Names of lists that describe another array. */
const IS_SHAPE = /(?:^|[._])(?:dims|shape|strides)$/i

/** Number of arrays that the notice names. The others are only counted. */
const NAMED_COUNT = 3

/** Returns all arrays of numbers of a document, with the labels beside them, or undefined if there are none. */
export function foundIn(document: JsonDocument): FoundFile | undefined {
  const search = new Search(document)
  const { lists, siblingCounts } = search
  const blocks = usableOf(withSeriesLabels(search.blocks))
  const facts = factsOf(document)
  const used = new Set<LabelList>()
  const arrays = blocks.map(({ path: at, block, outer }): FoundArray => {
    const name = pathText(at)
    const names = knownDimensions(name, block.dimensions.length)
    const pasts = pastTokens(block, lists, document.numbers)
    const named = block.dimensions.map((dimension, d): Dimension => {
      const isPast = pasts !== undefined && d === block.dimensions.length - 1
      return Object.assign({}, names && { name: names[d] }, dimension, outer[d], isPast && pasts)
    })
    const { dimensions: labels, used: own } = labelled(named, at, lists, document.numbers)
    for (const list of own) used.add(list)
    const dimensions = byQuery(labels, own[0], siblingCounts)
    const { values, rowLengths } = block
    return {
      ...facts,
      name,
      values,
      dimensions,
      ...(rowLengths && { rowLengths }),
      ...(block.doubt !== undefined && { doubt: block.doubt }),
    }
  })
  const known = search.known.flatMap((each) => each.arrays)
  const found = uniquelyNamed([...known, ...arrays])
  const sentences = search.known.map(({ notice }) => notice)
  if (found.length === 0)
    return sentences.length === 0 ? undefined : { arrays: [], notices: sentences }
  const read = search.known.filter(({ arrays: own }) => own.length > 0)
  const understood = [
    ...read.map(({ notice }) => notice),
    ...(arrays.length === 0 ? [] : [summary(arrays, [...used])]),
  ]
  return {
    arrays: found,
    tokenLists: tokenListsOf(lists, document.numbers),
    understood,
    notices: [
      ...understood,
      ...read.flatMap(({ left = [] }) => left),
      ...blocks.flatMap(({ block }) => block.notices ?? []),
      ...textNotices([...known, ...blocks.map(({ block }) => block)]),
    ],
  }
}

/**
 * Returns the name and the labels of the innermost dimension if each row is one cell longer than the row before it: the
 * row of a generated token has a cell for each token before it. The last generated token may be listed too, though it
 * is in no past.
 */
function pastTokens(
  block: Block,
  lists: ReadonlyMap<number, readonly LabelList[]>,
  numbers: Float64Array,
): Pick<Dimension, 'name' | 'labels'> | undefined {
  const size = block.dimensions.at(-1)?.size ?? 0
  if (!hasGrowingRows(block)) return undefined
  const list = [size, size + 1]
    .flatMap((length) => lists.get(length) ?? [])
    .find(({ path, isText }) => isText && roleOfPath(path) === 'token')
  const labels = textsOf(list?.node, numbers)?.slice(0, size)
  return labels && { name: 'token', labels }
}

/** Returns the blocks that are values. If there are none, returns the blocks of indices too. */
function usableOf(blocks: readonly FoundBlock[]): readonly FoundBlock[] {
  const matrices = blocks.filter(({ path }) => !IS_SHAPE.test(pathText(path)))
  const values = matrices.filter(({ path }) => !IS_ID.test(pathText(path)))
  return values.length > 0 ? values : matrices
}

/** Returns the facts of the document that apply to all its arrays. */
function factsOf({ root }: JsonDocument): Partial<FoundArray> {
  if (!isObject(root)) return {}
  const facts = {
    title: 'title',
    metric: 'metric',
    source: 'source',
    model: 'model',
    model_name: 'model',
  }
  return Object.fromEntries(
    Object.entries(facts).flatMap(([key, fact]) => {
      const value = getEntry(root, key)
      return typeof value === 'string' ? [[fact, value]] : []
    }),
  )
}

/** Whether a list is one of the whole file, not of one entry deep in it. */
function isOfFile(path: JsonPath): boolean {
  return path.length < 3 || path.every((key) => typeof key === 'string')
}

function tokenListsOf(
  lists: ReadonlyMap<number, readonly LabelList[]>,
  numbers: Float64Array,
): readonly (readonly string[])[] {
  return [...lists.values()]
    .flat()
    .filter(({ path, isText }) => isText && roleOfPath(path) === 'token' && isOfFile(path))
    .slice(0, 1000)
    .flatMap(({ node }) => {
      const texts = textsOf(node, numbers)
      return texts === undefined ? [] : [texts]
    })
}

function summary(arrays: readonly FoundArray[], labels: readonly LabelList[]): string {
  const named = arrays.slice(0, NAMED_COUNT).map(({ name, dimensions }) => {
    return `${name} (${shapeText(dimensions.map(({ size }) => size))})`.trim()
  })
  const more = arrays.length > named.length ? ` and ${arrays.length - named.length} more` : ''
  const paths = labels.slice(0, NAMED_COUNT).map(({ path }) => pathText(path))
  const from = paths.length === 0 ? '' : `; labels from ${paths.join(', ')}`
  return `JSON: ${named.join(', ')}${more}${from}.`
}

function textNotices(counted: readonly { readonly textCount?: number }[]): string[] {
  const count = counted.reduce((sum, { textCount = 0 }) => sum + textCount, 0)
  return count === 0 ? [] : [textNotice(count)]
}

/** Returns the notice that a file has numbers as texts. */
export function textNotice(count: number): string {
  const what = count === 1 ? '1 number stands' : `${count} numbers stand`
  return `${what} in the file as text and ${count === 1 ? 'was' : 'were'} read as ${count === 1 ? 'a number' : 'numbers'}.`
}

/**
 * Returns the content of several parts of a file as one. If `part` is not empty, the names of its arrays begin with it.
 * Returns undefined if no part has content.
 */
export function joinedFound(
  files: readonly (FoundFile | undefined)[],
  part = '',
): FoundFile | undefined {
  const found = files.filter((file) => file !== undefined).filter(hasArrays)
  if (found.length === 0) return undefined
  const prefix = part === '' ? '' : `${part}/`
  return {
    arrays: uniquelyNamed(
      found.flatMap(({ arrays }) =>
        arrays.map((array) => Object.assign({ ...array }, { name: `${prefix}${array.name}` })),
      ),
    ),
    tokenLists: found.flatMap(({ tokenLists = [] }) => tokenLists),
    notices: found.flatMap(({ notices }) => notices),
    understood: found.flatMap(({ understood = [] }) => understood),
  }
}

function hasArrays({ arrays }: FoundFile): boolean {
  return arrays.length > 0
}

/** Returns the arrays with a number added to names that occurred before. */
function uniquelyNamed(arrays: readonly FoundArray[]): readonly FoundArray[] {
  const counts = new Map<string, number>()
  return arrays.map((array) => {
    const count = (counts.get(array.name) ?? 0) + 1
    counts.set(array.name, count)
    return count === 1 ? array : Object.assign({ ...array }, { name: `${array.name} (${count})` })
  })
}
