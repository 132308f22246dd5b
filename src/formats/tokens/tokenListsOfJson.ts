import { type TokenFile } from '../foreign/ReadTensors'
import { type JsonDocument, type JsonNode } from '../json/JsonTree'

/** A list of texts, or a list of such lists; undefined for anything else, and for lists of numbers in quotes. */
export function tokenListsOfJson({ root }: JsonDocument): TokenFile | undefined {
  const texts = textsOf(root)
  if (texts !== undefined) return { kind: 'texts', lists: [texts] }
  if (typeof root !== 'object' || root?.kind !== 'array') return undefined
  const lists = root.items.map((item) => textsOf(item))
  if (lists.length === 0 || !lists.every((list) => list !== undefined)) return undefined
  const isNumeric = lists.every((list) => list.every((text) => Number.isFinite(Number(text))))
  return isNumeric ? undefined : { kind: 'texts', lists }
}

function textsOf(node: JsonNode): readonly string[] | undefined {
  if (typeof node !== 'object' || node?.kind !== 'array' || node.items.length === 0)
    return undefined
  const texts = node.items.filter((item) => typeof item === 'string')
  return texts.length === node.items.length ? texts : undefined
}
