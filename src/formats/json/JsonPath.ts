import { TensorError, type ProblemTag } from '../../tensor/TensorError'
import { cutText } from '../../text/cutText'
import { type JsonNode } from './JsonNode'

/** A path from the document's root downwards: keys of objects and indices of arrays. */
export type JsonPath = readonly (string | number)[]

/** Longest key that a path quotes whole, in UTF-16 units. A path may be written for each of many thousand arrays. */
const LONGEST_KEY = 200

/** Returns the text of a path: `values[1][3][7]`, `[0][2]`, `queries[0].label`, `["two words"]`; empty for the root. */
export function pathText(path: JsonPath): string {
  return path
    .map((segment, i) => {
      if (typeof segment === 'number') return `[${segment}]`
      const key = cutText(segment, LONGEST_KEY)
      if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `[${JSON.stringify(key)}]`
      return i === 0 ? key : `.${key}`
    })
    .join('')
}

/**
 * The error for well-formed JSON with an invalid value at `path`. The byte of the path is computed when the error is
 * shown.
 */
export class PathError extends TensorError {
  readonly path: JsonPath

  constructor(tag: ProblemTag, path: JsonPath, message: string, advice: string) {
    const place = path.length === 0 ? {} : { place: { path: pathText(path) } }
    super({ tag, message, advice, ...place })
    this.name = 'PathError'
    this.path = path
  }
}

/** Longest text that is quoted whole, in UTF-16 units. */
const LONGEST = 40

/** Returns the words for a scanned value in a sentence: `a number (3)`, `text ("abc")`, `an array`. */
export function describeNode(node: JsonNode): string {
  if (typeof node !== 'object' || node === null) return describeValue(node)
  return node.kind === 'row' ? 'an array of numbers' : withArticle(node.kind)
}

/** Returns the words for a plain value in a sentence. */
export function describeValue(value: unknown): string {
  if (typeof value === 'number') return `a number (${value})`
  if (typeof value === 'string') return `text (${JSON.stringify(cutText(value, LONGEST))})`
  if (value === null || typeof value === 'boolean') return String(value)
  return withArticle(Array.isArray(value) ? 'array' : 'object')
}

function withArticle(kind: 'array' | 'object'): string {
  return `an ${kind}`
}

/** Finds the byte at which the value of a path starts, while a document is scanned. */
export class PathWatch {
  /** Offset in the file of the deepest value on the path that has been found so far. */
  byte = 0
  /** Whether that is the value of the whole path. */
  isFound = false
  private matched = 0
  private readonly path: JsonPath

  constructor(path: JsonPath) {
    this.path = path
  }

  /** Records that a value starts. `segment` is its index or key in the innermost open array or object. */
  begin(depth: number, segment: string | number | undefined, byte: number): void {
    if (this.isFound) return
    if (depth > 0 && (depth - 1 !== this.matched || this.path[depth - 1] !== segment)) return
    this.matched = depth
    this.byte = byte
    this.isFound = depth === this.path.length
  }

  /** Whether the array that starts at this depth must be read item by item. */
  isInside(depth: number): boolean {
    return !this.isFound && this.matched === depth
  }
}
