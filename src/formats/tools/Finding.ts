import { type FoundArray } from '../foreign/FoundFile'
import { type JsonPath } from '../json/JsonPath'
import { type JsonDocument, type JsonObject } from '../json/JsonTree'

/** An array, and how many of its numbers are written as texts. */
export interface CountedArray extends FoundArray {
  readonly textCount?: number
}

/** What an object turned out to hold. */
export interface Finding {
  /** Named by their paths in the document. */
  readonly arrays: readonly CountedArray[]
  /** A whole sentence. */
  readonly notice: string
}

/** Knows the objects that one tool writes, by their keys; undefined for any other. Throws `TensorError`. */
export type Finder = (
  object: JsonObject,
  path: JsonPath,
  document: JsonDocument,
) => Finding | undefined
