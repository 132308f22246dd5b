import { type Dimension, type FoundArray, type FoundFile } from '../foreign/FoundFile'
import { type JsonDocument, type JsonNode, type JsonObject } from '../json/JsonNode'
import { pathText, type JsonPath } from '../json/JsonPath'
import { numericBlock } from './blocks/numericBlock'

/** An array with the count of its numbers that are written as texts. */
export interface CountedArray extends FoundArray {
  readonly textCount?: number
}

/** The arrays of an object that a tool wrote. */
export interface ToolArrays {
  /** The arrays, named by their paths in the document. */
  readonly arrays: readonly CountedArray[]
  /** Whole sentence about what was recognized. */
  readonly notice: string
  /** Whole sentences about what was left out or changed. */
  readonly left?: readonly string[]
}

/** A tool whose objects may be anywhere in a JSON document. */
export interface Tool {
  /** An object of the tool has at least one of these keys. */
  readonly keys: readonly string[]
  /**
   * Returns the arrays of an object that has such a key, or undefined if another tool wrote the object. Throws
   * TensorError.
   */
  read(object: JsonObject, path: JsonPath, document: JsonDocument): ToolArrays | undefined
}

/** A tool that has its own kind of JSON file. */
export interface DocumentTool {
  recognizes(root: JsonNode): boolean
  /**
   * Returns the content of a file, or undefined if the file has nothing to draw. `name` is the file's name without its
   * extension. Throws TensorError.
   */
  read(document: JsonDocument, name: string): Promise<FoundFile | undefined> | FoundFile | undefined
}

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
  const block = numericBlock(node, document)
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
