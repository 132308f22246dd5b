import { readCanonical } from '../canonical/readCanonical'
import { DEFAULT_METRIC } from '../canonical/tensorOfSlice'
import { type Format, type ReadTensors } from '../foreign/Format'
import { ROUNDED_NOTICE } from '../foreign/arrayFormat'
import { type FoundFile } from '../foreign/FoundFile'
import { isTall } from '../foreign/likelyArrangement'
import { tensorsOfFound } from '../foreign/tensorsOfFound'
import {
  getEntry,
  isObject,
  itemsOf,
  rowNodes,
  type JsonDocument,
  type JsonNode,
} from '../json/JsonNode'
import { scanJson, withPlace } from '../json/scanJson'
import { numericBlock } from './blocks/numericBlock'
import { unreadable } from '../source/unreadable'
import { isColoredTokens } from './circuitsVis'
import { foundIn, textNotice } from './foundIn'
import { inseq } from './inseq'
import { jupyter } from './jupyter'
import { nested } from './blocks/numberedGroups'
import { type DocumentTool } from './Tool'

/** The tools with their own kind of file, tried in this order. */
const documentTools: readonly DocumentTool[] = [jupyter, inseq]

/** The format of JSON: SimLens' own, bare nested arrays, and the output of other tools. */
export const jsonFormat: Format = {
  name: 'a JSON file',
  recognizes: () => true,
  async read(source, options) {
    try {
      const document = await scanJson(source, options)
      const read = await tensorsOfDocument(document, source.name)
      const rounded = document.hasRounded === true ? [ROUNDED_NOTICE] : []
      return { ...read, notices: [...read.notices, ...rounded] }
    } catch (error) {
      throw await withPlace(error, source)
    }
  },
}

/**
 * Returns the tensors of a scanned file. If the file has nothing to draw, the reader of SimLens' own JSON throws,
 * because its messages are about tensors. Throws TensorError.
 */
export async function tensorsOfDocument(
  document: JsonDocument,
  fileName: string,
): Promise<ReadTensors> {
  const name = fileName.replace(/(?:\.simlens)?\.(?:jsonl?|ndjson|ipynb)$/i, '') || fileName
  const found = isCanonical(document.root) ? undefined : await foundOf(document, name)
  if (found === undefined) return plainTensors(document, name) ?? ownTensors(document, name)
  const [sentence] = found.notices
  if (found.arrays.length === 0 && sentence !== undefined) throw withoutMatrix(name, sentence)
  return tensorsOfFound(found, name)
}

/**
 * Returns the tensor of a bare list of numbers, which is one row, or of bare rows that are far more than a model has
 * layers, so that they may be transposed; undefined for any other document.
 */
function plainTensors(document: JsonDocument, name: string): ReadTensors | undefined {
  const table = tallRows(document.root)
  const bare = isObject(document.root) ? undefined : document.root
  const block = numericBlock(table ?? bare, document)
  const rank = table === undefined ? 1 : 2
  if (block?.dimensions.length !== rank || block.values.length === 0) return undefined
  const { values, dimensions, rowLengths } = block
  const notices = rank === 2 ? [] : ['A list of numbers, opened as one row.']
  const array = {
    name: '',
    values,
    dimensions,
    ...(rowLengths && { rowLengths }),
    ...(rank === 2 && { metric: DEFAULT_METRIC }),
  }
  return tensorsOfFound({ arrays: [array], notices, understood: notices }, name)
}

/** Returns the rows that are all of a document, or all that an object has, if they are far more than their columns. */
function tallRows(root: JsonNode): JsonNode | undefined {
  const values = isObject(root) && root.entries.length === 1 ? getEntry(root, 'values') : root
  const items = itemsOf(values)
  const [first = null] = items
  const isRow = typeof first === 'object' && first?.kind === 'row'
  return isRow && isTall(items.length, first.length) ? values : undefined
}

function withoutMatrix(name: string, sentence: string): Error {
  return unreadable(
    `“${name}” holds no matrix. ${sentence}`,
    'Open the file that it was made from; in Python, save the array with np.save("name.npy", array) and open that.',
  )
}

async function foundOf(document: JsonDocument, name: string): Promise<FoundFile | undefined> {
  const tool = documentTools.find((candidate) => candidate.recognizes(document.root))
  return tool === undefined ? foundIn(document) : tool.read(document, name)
}

/** Returns the tensors of SimLens' own JSON, also if some of its numbers are written as texts. */
function ownTensors(document: JsonDocument, name: string): ReadTensors {
  try {
    return readCanonical(document, name)
  } catch (error) {
    const texts = withTextNumbers(document)
    if (texts === undefined) throw error
    const { tensors, notices } = readCanonical(texts.document, name)
    return { tensors, notices: [...notices, textNotice(texts.count)] }
  }
}

/** Whether a node is a nested array, or an object with one under `values`. It examines only the outermost nodes. */
function isCanonical(root: JsonNode): boolean {
  if (!isObject(root)) return !isObject(itemsOf(root)[0])
  const values = getEntry(root, 'values')
  if (values === undefined || isObject(values) || isObject(itemsOf(values)[0])) return false
  return !isColoredTokens(root, values)
}

/**
 * Returns a canonical document in which the values that are written as texts are replaced by numbers, and the count of
 * those values. Returns undefined for any other document.
 */
function withTextNumbers(
  document: JsonDocument,
): { readonly document: JsonDocument; readonly count: number } | undefined {
  const { root } = document
  const block = numericBlock(isObject(root) ? getEntry(root, 'values') : root, document)
  if (block === undefined || block.textCount === 0) return undefined
  const { values, rowLengths, dimensions, textCount } = block
  const outer = dimensions.slice(0, -1)
  const rowCount = outer.reduce((product, { size }) => product * size, 1)
  const lengths = rowLengths ?? Array<number>(rowCount).fill(dimensions.at(-1)?.size ?? 0)
  const array = nested(rowNodes(lengths), outer)
  const whole: JsonNode = isObject(root)
    ? { kind: 'object', entries: [...root.entries, ['values', array]] }
    : array
  return { document: { root: whole, numbers: Float64Array.from(values) }, count: textCount }
}
