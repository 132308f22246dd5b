import { type FoundArray, type FoundFile } from '../foreign/FoundFile'
import { type JsonDocument, type JsonNode, type JsonObject } from '../json/JsonNode'
import { type JsonPath } from '../json/JsonPath'

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
