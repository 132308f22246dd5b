import { itemsOf, type JsonNode, type JsonObject } from '../../json/JsonNode'

const TEXT_KEYS: ReadonlySet<string> = new Set(['token', 'text', 'str', 'label', 'word', 'name'])

/** The largest number of levels of labels. */
const MOST_LEVELS = 8

/**
 * Returns a list of labels: an array of texts, of numbers, of objects with a text (`{"token": "the"}`), or of lists of
 * these, which are joined (pandas writes labels of several levels in this way). Returns undefined for any other node.
 */
export function textsOf(
  node: JsonNode | undefined,
  numbers: Float64Array,
): readonly string[] | undefined {
  return textList(node, numbers, (item) => textOf(item) ?? levelText(item, numbers))
}

function textList(
  node: JsonNode | undefined,
  numbers: Float64Array,
  of: (item: JsonNode) => string | undefined,
): readonly string[] | undefined {
  if (typeof node === 'object' && node?.kind === 'row') {
    return Array.from(numbers.subarray(node.start, node.start + node.length), String)
  }
  const items = itemsOf(node)
  const texts: string[] = []
  for (const item of items) {
    const text = of(item)
    if (text === undefined) return undefined
    texts.push(text)
  }
  return texts.length === 0 ? undefined : texts
}

function textOf(node: JsonNode): string | undefined {
  if (typeof node === 'string') return withoutMarks(node)
  if (typeof node !== 'object' || node === null) return String(node ?? '')
  return node.kind === 'object' ? textOfObject(node) : undefined
}

function textOfObject({ entries }: JsonObject): string | undefined {
  const text = entries.find(([key]) => TEXT_KEYS.has(key))?.[1]
  return typeof text === 'string' ? withoutMarks(text) : undefined
}

function levelText(node: JsonNode, numbers: Float64Array): string | undefined {
  const length = typeof node === 'object' && node?.kind === 'row' ? node.length : 0
  if (Math.max(length, itemsOf(node).length) > MOST_LEVELS) return undefined
  return textList(node, numbers, textOf)?.join(' ').trim()
}

/**
 * Returns a text without the zero-width marks that tools append to distinguish equal labels: U+200B to U+200D, U+FEFF.
 */
function withoutMarks(text: string): string {
  let end = text.length
  while (end > 0 && /[\u200b-\u200d\ufeff]/.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
