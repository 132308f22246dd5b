import { shapeText, type NamedContent } from '../elements/Content'
import { Budget } from '../source/Budget'
import { bytesOf, type Chunk } from '../source/ByteSource'
import { unreadable } from '../source/unreadable'
import { type Format } from './Format'
import { type Dimension, type FoundFile } from './FoundFile'
import { isInOrder } from './numericOrder'
import { knownDimensions } from './roleOfName'
import { stacked, type NamedNumbers } from './stacked'
import { tensorsOfFound } from './tensorsOfFound'

/** The properties from which `arrayFormat` makes a format. */
interface ArrayReader extends Pick<Format, 'name' | 'recognizes'> {
  /** Returns the content of the file. Token lists without arrays apply to the open tensor. Throws TensorError. */
  readonly found: (bytes: Chunk, budget: Budget) => FoundFile | Promise<FoundFile>
}

/** Returns a format whose files are read as a whole, because their content cannot be found in parts. */
export function arrayFormat({ name, recognizes, found }: ArrayReader): Format {
  return {
    name,
    recognizes,
    async read(source, options) {
      const budget = options.budget ?? new Budget(source.size, options.maxCellCount)
      const file = await found(await bytesOf(source, options), budget)
      const { arrays, tokenLists = [] } = file
      if (arrays.length === 0) {
        return { tensors: [], notices: [], tokens: { kind: 'texts', lists: tokenLists } }
      }
      return tensorsOfFound(file, source.name.replace(/\.[^.]*$/, '') || source.name)
    },
  }
}

/** Names of arrays whose numbers are ids of tokens. */
const IDS = /(?:^|[^a-z])(?:ids?|tok(?:en)?s?)$/i

/** The most numbers that are read as ids of tokens. */
const MOST_IDS = 1 << 22

/** Names of lists with the labels of layers. */
const LAYERS =
  /(?:^|[^a-z])layers?(?:[^a-z]*(?:ids?|idx|ind(?:ex|ices)|labels?|names?|numbers?))?$/i

/** Names of single texts that describe the whole file. */
const FACTS = /^(?:title|metric|model|source)$/

/** Number of arrays that the notice names. The others are only counted. */
const NAMED_COUNT = 3
/** Notice of whole numbers that a double cannot hold. */
export const ROUNDED_NOTICE = 'Integers beyond 2^53 were rounded.'

/**
 * Returns the contents of an array file by their purpose: arrays to draw, token lists, labels of layers, facts about
 * the whole file. `kind` begins the notice: “NumPy archive”. If the file has only token lists, there are no arrays.
 * Throws TensorError (unsupported) if the file has neither.
 */
export function foundFileOf(
  contents: readonly NamedContent[],
  kind: string,
  notices: readonly string[] = [],
): FoundFile {
  const numbers = stacked(contents)
  const matrices = numbers.filter((one) => one.shape.length > 1 && !isIds(one))
  const drawn = matrices.length > 0 ? matrices : numbers
  const lists = contents.flatMap(listsOf)
  if (drawn.length + lists.length === 0) {
    throw unreadable(`The ${kind} holds no array of numbers.`, 'Save an array of layers × tokens.')
  }
  const layers = lists.find(({ name }) => LAYERS.test(name))?.list
  const tokens = lists.filter(({ name }) => !LAYERS.test(name))
  const facts = contents.flatMap(({ name, content }) =>
    content.kind === 'texts' && FACTS.test(name) ? [[name, content.texts.join(' ')]] : [],
  )
  const isRounded = drawn.some(
    ({ type, values }) => type.byteCount === 8 && type.isInteger && values.some(isUnsafe),
  )
  const tokenSource = tokens[0] === undefined ? '' : `; tokens from ${tokens[0].name}`
  const understood = [`${kind}: ${summary(drawn)}${tokenSource}.`]
  return {
    understood,
    arrays: drawn.map((one) =>
      Object.assign(
        Object.fromEntries(facts),
        { name: one.name, values: one.values, dimensions: dimensionsOf(one, layers) },
        one.rowLengths && { rowLengths: one.rowLengths },
      ),
    ),
    tokenLists: tokens.map(({ list }) => list),
    notices: [...understood, ...(isRounded ? [ROUNDED_NOTICE] : []), ...notices],
  }
}

function isIds({ name, type, values }: Pick<NamedNumbers, 'name' | 'type' | 'values'>): boolean {
  return type.isInteger && IDS.test(name) && values.length <= MOST_IDS
}

function isUnsafe(value: number): boolean {
  return Math.abs(value) > Number.MAX_SAFE_INTEGER
}

/**
 * Returns the lists of a content, one for each row, as texts: its texts, or its numbers if they are ids or labels of
 * layers.
 */
function listsOf({ name, content }: NamedContent): { name: string; list: readonly string[] }[] {
  const { kind, shape } = content
  const length = shape.at(-1) ?? 0
  const isLayers =
    shape.length === 1 && LAYERS.test(name) && (kind === 'texts' || isInOrder(content.values))
  if (length === 0 || !(kind === 'texts' || isLayers || isIds({ name, ...content }))) return []
  const items = kind === 'texts' ? content.texts : Array.from(content.values, String)
  return Array.from({ length: items.length / length }, (_, row) => ({
    name,
    list: items.slice(row * length, (row + 1) * length),
  }))
}

/**
 * Returns the dimensions of an array. The first dimension whose length equals that of the list of layers gets its
 * labels; the outermost dimension of numbered arrays gets their numbers.
 */
function dimensionsOf(
  { shape, name, outer }: NamedNumbers,
  layers: readonly string[] = [],
): Dimension[] {
  const layer = shape.indexOf(layers.length)
  const known = knownDimensions(name, shape.length)
  return shape.map((size, d) => {
    if (d === 0 && outer !== undefined) return outer
    if (d === layer) return { size, name: 'layer', labels: layers }
    return { size, ...(known?.[d] !== undefined && { name: known[d] }) }
  })
}

function summary(drawn: readonly NamedNumbers[]): string {
  const named = drawn.slice(0, NAMED_COUNT).map(({ name, type, shape }) => {
    return `${name} ${type.name} ${shapeText(shape)}`.trim()
  })
  const restCount = drawn.length - named.length
  return named.join(', ') + (restCount > 0 ? ` and ${restCount} more` : '')
}
