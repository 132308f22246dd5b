import { type Dimension } from '../foreign/FoundFile'
import { isInOrder } from '../foreign/numericOrder'
import {
  arrayNode,
  getEntry,
  isObject,
  type JsonArray,
  type JsonDocument,
  type JsonNode,
  type JsonObject,
} from '../json/JsonNode'
import { pathText, type JsonPath } from '../json/JsonPath'
import { type Block, type NamedBlock } from './blocks/Block'
import { numericBlock } from './blocks/numericBlock'
import { objectBlocks, recordBlocks } from './blocks/tableBlocks'
import { textsOf } from './blocks/textsOf'
import { roleOfPath, type LabelList } from './labelled'
import { nested, numberedGroups, pivoted } from './blocks/numberedGroups'
import { type ToolArrays } from './Tool'
import { tools } from './tools'

/** The most arrays, and the most lists of one length, that are kept of a file. More would not be usable. */
const MOST = 1000

/** Names of lists of numbers that are labels: of layers, or ids of tokens. */
const IS_LABELS = /(?:^|_)ids?$/i

/** Keys of a flat list of numbers and of its shape. */
const FLAT_KEYS = /^(?:shape|dims|data|values|bdata|dtype|type|strides)$/

/** A block with its place in the document. */
export interface FoundBlock {
  readonly path: JsonPath
  readonly block: Block
  /** The known facts of the outermost dimensions. */
  readonly outer: readonly Dimension[]
}

/**
 * Searches a document once, from the top down, for the output of known tools, for arrays of numbers, and for lists of
 * labels.
 */
export class Search {
  readonly known: ToolArrays[] = []
  readonly blocks: FoundBlock[] = []
  /** The lists of labels by length. */
  readonly lists = new Map<number, LabelList[]>()
  /** Number of lists of texts in one array, by the path of the array. */
  readonly siblingCounts = new Map<string, number>()
  private readonly document: JsonDocument

  constructor(document: JsonDocument) {
    this.document = document
    this.visit(document.root, [])
  }

  private visit(node: JsonNode, path: JsonPath, outer: readonly Dimension[] = []): void {
    if (typeof node !== 'object' || node === null || this.blocks.length >= MOST) return
    if (isObject(node)) this.visitObject(node, path)
    else if (node.kind === 'row') this.addList(node, path, node.length, false)
    else this.visitArray(node, path, outer)
  }

  private visitArray(node: JsonArray, path: JsonPath, outer: readonly Dimension[] = []): void {
    const { items } = node
    const { numbers } = this.document
    if (items.every((item) => typeof item === 'string')) {
      this.addList(node, path, items.length, true)
      return
    }
    const block = numericBlock(node, this.document)
    if (block !== undefined) {
      if (block.dimensions.length > 1) this.blocks.push({ path, block, outer })
      return
    }
    const isNamed = textsOf(arrayNode(items.slice(0, 1)), numbers) !== undefined
    if (isNamed && isObject(items[0])) this.addList(node, path, items.length, true)
    if (this.addTable(recordBlocks(items), path)) return
    const rest = [...items.entries()].filter(
      ([i, item]) => !(isObject(item) && this.find(item, [...path, i])),
    )
    const fields = rest.length < items.length ? undefined : pivoted(node)
    if (fields === undefined) for (const [i, item] of rest) this.visit(item, [...path, i])
    else this.visitFields(fields, path, outer)
  }

  private visitObject(object: JsonObject, path: JsonPath): void {
    if (this.find(object, path)) return
    const block = numericBlock(object, this.document)
    if (block !== undefined) {
      if (block.dimensions.length < 2) return
      this.blocks.push({ path, block, outer: [] })
      // A flat list of numbers may have its labels beside it.
      for (const [key, node] of object.entries) {
        if (!FLAT_KEYS.test(key)) this.visit(node, [...path, key])
      }
      return
    }
    if (!this.addTable(objectBlocks(object, this.document), path)) this.visitFields(object, path)
  }

  /** Visits the values of an object. Values of numbered keys are visited together. */
  private visitFields(
    { entries }: JsonObject,
    path: JsonPath,
    outer: readonly Dimension[] = [],
  ): void {
    const nodes = new Map(entries)
    for (const { keys, dimensions } of numberedGroups([...nodes.keys()])) {
      const members = keys.map((key) => nodes.get(key) ?? null)
      if (members.every((node) => typeof node !== 'object')) continue
      for (const key of keys) nodes.delete(key)
      const [key = ''] = keys
      this.visit(nested(members, dimensions), [...path, key], [...dimensions, ...outer])
    }
    for (const [key, node] of nodes) this.visit(node, [...path, key], outer)
  }

  private find(object: JsonObject, path: JsonPath): boolean {
    for (const tool of tools) {
      if (!tool.keys.some((key) => getEntry(object, key) !== undefined)) continue
      const arrays = tool.read(object, path, this.document)
      if (arrays === undefined) continue
      this.known.push(arrays)
      return true
    }
    return false
  }

  private addTable(blocks: readonly NamedBlock[], path: JsonPath): boolean {
    for (const { name, block } of blocks) {
      this.blocks.push({ path: name === '' ? path : [...path, name], block, outer: [] })
    }
    return blocks.length > 0
  }

  /** Whether a list of numbers can be labels: ids, or integers in order. Measured numbers never are. */
  private isOfLabels(node: JsonNode, path: JsonPath): boolean {
    if (typeof node !== 'object' || node?.kind !== 'row') return false
    const values = this.document.numbers.subarray(node.start, node.start + node.length)
    return IS_LABELS.test(String(path.at(-1))) ? values.every(Number.isInteger) : isInOrder(values)
  }

  private addList(node: JsonNode, path: JsonPath, length: number, isText: boolean): void {
    const role = roleOfPath(path)
    const isLabels = role === 'layer' || role === 'part' || IS_LABELS.test(String(path.at(-1)))
    if (!isText && !(isLabels && this.isOfLabels(node, path))) return
    if (isText && typeof path.at(-1) === 'number') {
      const parent = pathText(path.slice(0, -1))
      this.siblingCounts.set(parent, (this.siblingCounts.get(parent) ?? 0) + 1)
    }
    const lists = this.lists.get(length) ?? []
    if (lists.length < MOST) lists.push({ path, node, length, isText })
    this.lists.set(length, lists)
  }
}
