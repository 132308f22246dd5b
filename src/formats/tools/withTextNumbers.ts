import {
  getEntry,
  isObject,
  type JsonArray,
  type JsonDocument,
  type JsonNode,
} from '../json/JsonNode'
import { blockOf } from './blocks/blockOf'

/**
 * Returns a canonical document in which the values that are written as texts are replaced by numbers, and the count of
 * those values. Returns undefined for any other document.
 */
export function withTextNumbers(
  document: JsonDocument,
): { readonly document: JsonDocument; readonly count: number } | undefined {
  const { root } = document
  const block = blockOf(isObject(root) ? getEntry(root, 'values') : root, document)
  if (block === undefined || block.textCount === 0) return undefined
  const { values, rowLengths, dimensions, textCount } = block
  const sizes = dimensions.map(({ size }) => size)
  const rowCount = sizes.slice(0, -1).reduce((product, size) => product * size, 1)
  let start = 0
  const rows = Array.from({ length: rowCount }, (_, row): JsonNode => {
    const length = rowLengths?.[row] ?? sizes.at(-1) ?? 0
    start += length
    return length === 0
      ? { kind: 'array', items: [] }
      : { kind: 'row', start: start - length, length }
  })
  const nested = sizes.slice(1, -1).reduceRight<readonly JsonNode[]>(inGroups, rows)
  const array: JsonArray = { kind: 'array', items: nested }
  const whole: JsonNode = isObject(root)
    ? { kind: 'object', entries: [...root.entries, ['values', array]] }
    : array
  return { document: { root: whole, numbers: Float64Array.from(values) }, count: textCount }
}

function inGroups(items: readonly JsonNode[], size: number): JsonNode[] {
  return Array.from({ length: items.length / size }, (_, group) => ({
    kind: 'array',
    items: items.slice(group * size, (group + 1) * size),
  }))
}

/** Returns the notice that a file has numbers as texts. */
export function textNotice(count: number): string {
  const what = count === 1 ? '1 number stands' : `${count} numbers stand`
  return `${what} in the file as text and ${count === 1 ? 'was' : 'were'} read as ${count === 1 ? 'a number' : 'numbers'}.`
}
