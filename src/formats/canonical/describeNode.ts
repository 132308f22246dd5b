import { type JsonNode } from '../json/JsonNode'

/** Returns the words for a scanned value in a sentence: `a number (3)`, `text ("abc")`, `an array`. */
export function describeNode(node: JsonNode): string {
  if (typeof node !== 'object' || node === null) return describeValue(node)
  return node.kind === 'row' ? 'an array of numbers' : withArticle(node.kind)
}

/** Returns the words for a plain value in a sentence. */
export function describeValue(value: unknown): string {
  if (typeof value === 'number') return `a number (${value})`
  if (typeof value === 'string') return `text (${JSON.stringify(brief(value))})`
  if (value === null || typeof value === 'boolean') return String(value)
  return withArticle(Array.isArray(value) ? 'array' : 'object')
}

function withArticle(kind: 'array' | 'object'): string {
  return `an ${kind}`
}

function brief(text: string): string {
  const characters = Array.from(text.slice(0, 82))
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : text
}
