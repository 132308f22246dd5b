import { type ReadTensors } from '../foreign/ReadTensors'
import { type JsonDocument } from '../json/JsonTree'

/** What a JSON document means: one writer's way to put a tensor into JSON. */
export interface JsonDialect {
  recognizes(document: JsonDocument): boolean
  /** `name` is the file's, without its ending. Throws `TensorError`. */
  read(document: JsonDocument, name: string): ReadTensors | Promise<ReadTensors>
}
