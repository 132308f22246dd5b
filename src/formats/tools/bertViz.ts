import { type FoundArray } from '../foreign/FoundFile'
import {
  entryAt,
  getEntry,
  isObject,
  itemsOf,
  textAt,
  type JsonDocument,
  type JsonNode,
} from '../json/JsonNode'
import { type JsonPath } from '../json/JsonPath'
import { textsOf } from './blocks/textsOf'
import { arrayAt, type KnownDimension, type Tool } from './Tool'

/** Names of the keys in BertViz and in exBERT. */
const spellings = [
  ['attn', 'left_text', 'right_text'],
  ['att', 'left', 'right'],
] as const

/**
 * The attention of BertViz, [layer][head][query][key] for each entry of `attention`, and of exBERT, [head][query][key],
 * with the tokens of both sides.
 */
export const bertViz: Tool = {
  keys: ['attention', 'attn', 'att'],
  read(object, path, document) {
    const list = getEntry(object, 'attention')
    const layers = textsOf(getEntry(object, 'include_layers'), document.numbers)
    const entries: readonly (readonly [string | number, JsonNode])[] = isObject(list)
      ? list.entries
      : [...itemsOf(list).entries()]
    const arrays = [
      ...arraysOf(object, path, undefined, document),
      ...entries.flatMap(([key, entry]) =>
        arraysOf(entry, [...path, 'attention', key], layers, document),
      ),
    ]
    return arrays.length === 0
      ? undefined
      : { arrays, notice: 'Attention with the tokens on either side.' }
  },
}

function arraysOf(
  node: JsonNode,
  path: JsonPath,
  layers: readonly string[] | undefined,
  document: JsonDocument,
): FoundArray[] {
  return spellings.flatMap(([key, left, right]) => {
    const queries = textsOf(entryAt(node, left), document.numbers)
    const keys = textsOf(entryAt(node, right), document.numbers)
    const attention = queries && keys && entryAt(node, key)
    const title = textAt(node, 'name')
    const known: readonly KnownDimension[] = [
      { name: 'layer', labels: layers },
      { name: 'head' },
      { name: 'query', labels: queries },
      { name: 'key', labels: keys },
    ]
    return [0, 1, 2].flatMap((first) => {
      const array = arrayAt(attention, [...path, key], known.slice(first), document)
      return array === undefined ? [] : [Object.assign(array, title !== undefined && { title })]
    })
  })
}
