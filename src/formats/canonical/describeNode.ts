import { cutText } from '../../text/cutText'
import { type JsonNode } from '../json/JsonNode'

/** Longest text that is quoted whole, in UTF-16 units. */
const LONGEST = 40

/** Returns the words for a scanned value in a sentence: `a number (3)`, `text ("abc")`, `an array`. */
export function describeNode(node: JsonNode): string {
  if (typeof node !== 'object' || node === null) return describeValue(node)
  return node.kind === 'row' ? 'an array of numbers' : withArticle(node.kind)
}

/** Returns the words for a plain value in a sentence. */
export function describeValue(value: unknown): string {
  if (typeof value === 'number') return `a number (${value})`
  if (typeof value === 'string') return `text (${JSON.stringify(cutText(value, LONGEST))})`
  if (value === null || typeof value === 'boolean') return String(value)
  return withArticle(Array.isArray(value) ? 'array' : 'object')
}

function withArticle(kind: 'array' | 'object'): string {
  return `an ${kind}`
}
