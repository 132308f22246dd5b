import { type Dimension } from '../foreign/FoundFile'
import { type JsonDocument, type JsonNode } from '../json/JsonNode'
import { pathText, type JsonPath } from '../json/JsonPath'
import { blockOf } from './blocks/blockOf'
import { type CountedArray } from './Tool'

/** The known facts of a dimension before its length is known. */
export interface KnownDimension extends Omit<Dimension, 'size' | 'labels'> {
  readonly labels?: readonly string[] | undefined
}

/**
 * Returns the array of numbers at a path, with the given facts of its dimensions, outermost first. Labels whose number
 * differs from the length of their dimension are left out. Returns undefined if there is no array, or if it has another
 * number of dimensions.
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
