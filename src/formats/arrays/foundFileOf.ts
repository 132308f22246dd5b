import { type Dimension, type FoundArray, type FoundFile } from '../found/FoundArray'
import { shapeText } from './cellCountOf'
import { type NamedContent } from './Content'
import { stacked, type NamedNumbers } from './stacked'
import { unreadable } from './unreadable'

/** Names of numbers that are ids of tokens. */
const IDS = /(?:^|[^a-z])(?:ids?|tok(?:en)?s?)$/i

/** Names of lists that name the layers. */
const LAYERS = /layers?(?:[^a-z]|$)/i

/** More ids than this are no tokens of one file. */
const MOST_IDS = 1 << 22

/** Arrays that the notice names; the others it counts. */
const NAMED_COUNT = 4

/**
 * What the contents of an array file are there for: arrays to draw, token lists, labels of layers, facts of the whole.
 * `kind` begins the notice: “NumPy archive”. Throws `TensorError` (unsupported) where there is nothing to draw.
 */
export function foundFileOf(
  contents: readonly NamedContent[],
  kind: string,
  notices: readonly string[] = [],
): FoundFile {
  const filled = contents.filter(({ content }) => !content.shape.includes(0))
  const numbers = stacked(filled).filter(({ shape }) => shape.length > 0)
  const isMatrix = numbers.some((one) => one.shape.length > 1 && !isIds(one))
  const drawn = isMatrix ? numbers.filter((one) => one.shape.length > 1 && !isIds(one)) : numbers
  if (drawn.length === 0) throw withoutArrays(kind)
  const lists = filled.flatMap((one) => listsOf(one, isMatrix))
  const layers = lists.find(({ name, list }) => LAYERS.test(name) && list.length > 1)?.list
  const tokens = lists.filter(({ name, isTokens }) => isTokens && !LAYERS.test(name))
  const facts = factsOf(filled)
  const names = new Map<string, number>()
  return {
    arrays: drawn.map((one) => ({
      ...facts,
      name: drawn.length === 1 ? '' : uniqueName(one.name, names),
      values: one.values,
      dimensions: dimensionsOf(one, layers),
      ...(one.rowLengths && { rowLengths: one.rowLengths }),
    })),
    tokenLists: tokens.map(({ list }) => list),
    notices: [
      summary(kind, drawn, [...new Set(tokens.map(({ name }) => name))]),
      ...(drawn.some(isRounded) ? ['Integers beyond 2^53 were rounded.'] : []),
      ...notices,
    ],
  }
}

function isIds({ name, type, values }: Pick<NamedNumbers, 'name' | 'type' | 'values'>): boolean {
  return type.isInteger && IDS.test(name) && values.length <= MOST_IDS
}

function isRounded({ type, values }: NamedNumbers): boolean {
  if (!type.isInteger || type.byteCount < 8) return false
  return values.some((value) => Math.abs(value) > Number.MAX_SAFE_INTEGER)
}

interface NamedList {
  readonly name: string
  readonly list: readonly string[]
  readonly isTokens: boolean
}

/** The texts, or ids as texts, of a list or of each row of several. */
function listsOf({ name, content }: NamedContent, isBeside: boolean): NamedList[] {
  const { shape } = content
  const length = shape.at(-1) ?? 0
  const isTokens = content.kind === 'texts' || (isBeside && isIds({ name, ...content }))
  const isLayers = shape.length === 1 && LAYERS.test(name)
  if (length === 0 || !(isTokens || isLayers)) return []
  const items = content.kind === 'texts' ? content.texts : Array.from(content.values, String)
  return Array.from({ length: items.length / length }, (_, row) => ({
    name,
    list: items.slice(row * length, (row + 1) * length),
    isTokens,
  }))
}

/** The dimension that is as long as the list of layers has its labels; one that was put together its numbers. */
function dimensionsOf(
  { shape, name, numbers }: NamedNumbers,
  layers?: readonly string[],
): Dimension[] {
  const layer = layers === undefined ? -1 : shape.indexOf(layers.length)
  return shape.map((size, d) => {
    if (d === 0 && numbers !== undefined) return { size, name, labels: numbers }
    return layers !== undefined && d === layer ? { size, name: 'layer', labels: layers } : { size }
  })
}

/** What single texts say of the whole file. */
function factsOf(contents: readonly NamedContent[]): Partial<FoundArray> {
  const texts = contents.flatMap(({ name, content }) =>
    content.kind === 'texts' && content.shape.length === 0
      ? [[name, content.texts[0]] as const]
      : [],
  )
  return Object.fromEntries(texts.filter(([name]) => /^(?:title|metric|model|source)$/.test(name)))
}

function uniqueName(name: string, counts: Map<string, number>): string {
  const count = (counts.get(name) ?? 0) + 1
  counts.set(name, count)
  return count === 1 ? name : uniqueName(`${name} (${count})`, counts)
}

function summary(
  kind: string,
  drawn: readonly NamedNumbers[],
  tokenNames: readonly string[],
): string {
  const named = drawn.slice(0, NAMED_COUNT).map(({ name, type, shape }) => {
    const form = `${type.name}, ${shapeText(shape)}`
    return name === '' ? form : `${name} (${form})`
  })
  const more = drawn.length > named.length ? ` and ${drawn.length - named.length} more` : ''
  const tokens = tokenNames.length === 0 ? '' : `; tokens from ${tokenNames.join(', ')}`
  return `${kind}: ${named.join(', ')}${more}${tokens}.`
}

function withoutArrays(kind: string): Error {
  return unreadable(
    `The ${kind} holds no array of numbers.`,
    'Save an array of layers × tokens in it.',
  )
}
