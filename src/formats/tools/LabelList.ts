import { type JsonPath } from '../json/JsonPath'
import { type JsonNode } from '../json/JsonTree'

/** A list somewhere in a document that may name the indices of a dimension. */
export interface LabelList {
  readonly path: JsonPath
  readonly node: JsonNode
  readonly length: number
  /** Whether it holds texts; numbers name layers or are ids of tokens. */
  readonly isText: boolean
}
