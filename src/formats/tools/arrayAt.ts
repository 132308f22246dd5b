import { type Dimension } from '../foreign/FoundFile'
import { type JsonDocument, type JsonNode } from '../json/JsonNode'
import { pathText, type JsonPath } from '../json/JsonPath'
import { blockOf } from './blocks/blockOf'
import { type CountedArray } from './Tool'

/** What is known of a dimension before its length is. */
export interface KnownDimension extends Omit<Dimension, 'size' | 'labels'> {
  readonly labels?: readonly string[] | undefined
}

/**
 * The array of numbers that stands at a path, with what is known of its dimensions, outermost first; labels that are
 * not as many as there are indices are left out. Undefined where there is none, or one of another rank.
 */
export function arrayAt(
  node: JsonNode | undefined,
  path: JsonPath,
  known: readonly KnownDimension[],
  document: JsonDocument,
): CountedArray | undefined {
  const block = blockOf(node, document)
  if (block?.dimensions.length !== known.length) return undefined
  const { values, rowLengths, textCount } = block
  return {
    name: pathText(path),
    values,
    textCount,
    dimensions: block.dimensions.map(({ size }, d) => {
      const { labels, ...rest } = known[d] ?? {}
      return Object.assign({ size }, rest, labels?.length === size && { labels })
    }),
    ...(rowLengths && { rowLengths }),
  }
}
