import { type Dimension } from '../../foreign/FoundFile'
import {
  arrayNode,
  getEntry,
  isObject,
  itemsOf,
  type JsonArray,
  type JsonNode,
  type JsonObject,
} from '../../json/JsonNode'

/** Keys that differ only in their numbers, such as `layer_0` and `layer_1`. */
export interface NumberedGroup {
  /**
   * One dimension for each number in the keys. Its name is the words before the number (`layer`); its labels are the
   * numbers in the order of first appearance.
   */
  readonly dimensions: readonly Dimension[]
  /** Keys, row-major over the dimensions. */
  readonly keys: readonly string[]
}

const NUMBER = /\d+/g

/** The words, and the characters between them and their number. */
const WORDS_BEFORE = /([A-Za-z]{2,}(?:[ _-][A-Za-z]+)*)[^A-Za-z]*$/

/** Returns the groups of at least two keys that have every combination of their numbers. */
export function numberedGroups(keys: readonly string[]): NumberedGroup[] {
  const forms = new Map<string, string[]>()
  for (const key of keys) {
    // Longer keys, and keys with longer numbers, do not count anything.
    if (key.length > 200 || !/\d/.test(key) || /\d{9}/.test(key)) continue
    const form = key.replace(NUMBER, '#')
    const members = forms.get(form)
    if (members === undefined) forms.set(form, [key])
    else members.push(key)
  }
  return [...forms].flatMap(([form, members]) => {
    const group = members.length > 1 ? groupOf(form, members) : undefined
    return group === undefined ? [] : [group]
  })
}

function groupOf(form: string, members: readonly string[]): NumberedGroup | undefined {
  const numbers = members.map((key) => key.match(NUMBER) ?? [])
  const places = (numbers[0] ?? []).map((_, place) => ({
    name: WORDS_BEFORE.exec(form.split('#')[place] ?? '')?.[1],
    labels: [...new Set(numbers.map((each) => each[place] ?? ''))],
    place,
  }))
  const varying = places.filter(({ labels }) => labels.length > 1)
  const count = varying.reduce((product, { labels }) => product * labels.length, 1)
  if (count !== members.length) return undefined
  const indices = varying.map(({ labels }) => new Map(labels.map((label, i) => [label, i])))
  const keys: string[] = []
  members.forEach((key, member) => {
    let at = 0
    varying.forEach(({ labels, place }, d) => {
      at = at * labels.length + (indices[d]?.get(numbers[member]?.[place] ?? '') ?? 0)
    })
    keys[at] = key
  })
  return {
    dimensions: varying.map(({ name, labels }) => {
      const size = labels.length
      return name === undefined ? { size, labels } : { size, labels, name: name.toLowerCase() }
    }),
    keys,
  }
}

/** Returns nodes, row-major over the dimensions, as nested arrays. */
export function nested(
  members: readonly JsonNode[],
  dimensions: readonly Pick<Dimension, 'size'>[],
): JsonArray {
  const [, ...inner] = dimensions
  if (inner.length === 0) return arrayNode(members)
  const size = inner.reduce((product, dimension) => product * dimension.size, 1)
  const items: JsonNode[] = []
  for (let at = 0; at < members.length; at += size) {
    items.push(nested(members.slice(at, at + size), inner))
  }
  return arrayNode(items)
}

/** The largest number of keys that count as fields of all objects. */
const MOST_KEYS = 64

/** The largest number of nested arrays around the objects. */
const MOST_DEPTH = 4

/**
 * Returns an array of objects, or of arrays of objects, as one object of arrays. It has the fields of all objects, and
 * each field is nested like the objects. If an object lacks a field, the value is null. Returns undefined if anything
 * else is among the objects.
 */
export function pivoted(array: JsonArray): JsonObject | undefined {
  const keys = new Set<string>()
  if (!collectKeys(array, keys, 0) || keys.size === 0) return undefined
  return {
    kind: 'object',
    entries: [...keys].map((key) => [key, fieldOf(array, key)]),
  }
}

function collectKeys(node: JsonNode, keys: Set<string>, depth: number): boolean {
  if (isObject(node)) {
    for (const [key] of node.entries) if (keys.add(key).size > MOST_KEYS) return false
    return true
  }
  if (typeof node !== 'object' || node?.kind !== 'array' || depth === MOST_DEPTH) return false
  return node.items.every((item) => collectKeys(item, keys, depth + 1))
}

function fieldOf(node: JsonNode, key: string): JsonNode {
  if (isObject(node)) return getEntry(node, key) ?? null
  return arrayNode(itemsOf(node).map((item) => fieldOf(item, key)))
}
