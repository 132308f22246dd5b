import { type FoundArray, type FoundFile } from '../foreign/FoundFile'
import { type JsonDocument, type JsonNode, type JsonObject } from '../json/JsonNode'
import { type JsonPath } from '../json/JsonPath'

/** An array, and how many of its numbers are written as texts. */
export interface CountedArray extends FoundArray {
  readonly textCount?: number
}

/** The arrays of an object that a tool wrote. */
export interface ToolArrays {
  /** Named by their paths in the document. */
  readonly arrays: readonly CountedArray[]
  /** A whole sentence. */
  readonly notice: string
}

/** A tool, by the objects that it writes somewhere into a JSON document. */
export interface Tool {
  /** An object of the tool has one of these. */
  readonly keys: readonly string[]
  /** The arrays of an object that has such a key; undefined where another tool wrote it. Throws `TensorError`. */
  read(object: JsonObject, path: JsonPath, document: JsonDocument): ToolArrays | undefined
}

/** A tool with a kind of JSON file of its own. */
export interface DocumentTool {
  recognizes(root: JsonNode): boolean
  /** `name` is the file's, without its ending. Undefined where the file holds nothing to draw. Throws `TensorError`. */
  read(document: JsonDocument, name: string): Promise<FoundFile | undefined> | FoundFile | undefined
}
