import { type JsonPath } from './JsonPath'

/** Looks out, while a document is scanned, for the byte at which the value of a path starts. */
export class PathWatch {
  /** Byte of the deepest value on the path met so far. */
  byte = 0
  /** Whether that is the value of the whole path. */
  isFound = false
  private matched = 0
  private readonly path: JsonPath

  constructor(path: JsonPath) {
    this.path = path
  }

  /** A value starts: `segment` is its index or key in the innermost open array or object. */
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
