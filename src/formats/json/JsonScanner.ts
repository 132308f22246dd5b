import { emptyFile } from '../source/unreadable'
import {
  ByteWindow,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
} from './ByteWindow'
import { type JsonDocument, type JsonNode } from './JsonNode'
import { type PathWatch } from './JsonPath'
import { NumberStore } from './NumberStore'
import { PartCount } from './PartCount'
import { readRow, startsNumber } from './readRow'
import { readScalar, unexpected } from './readScalar'
import { readString } from './readString'
import { skipByteOrderMark, syntaxError, truncated } from './syntaxError'

/** The deepest nesting of arrays and objects: more than any tensor needs, and less than the limit of any engine. */
const MAX_DEPTH = 512

/** The tokens that the grammar allows next. */
type Expected =
  'start' | 'value' | 'first item' | 'first key' | 'key' | 'colon' | 'comma' | 'nothing'

/** An array or object that is not closed yet. Its node already has its final form. */
type Frame =
  | { readonly kind: 'array'; readonly items: JsonNode[] }
  | { readonly kind: 'object'; readonly entries: [string, JsonNode][] }

/**
 * Scans JSON or JSON Lines from bytes in chunks of any size, cut at any place. NaN, Infinity and -Infinity without
 * quotes are values. Arrays of numbers are read row by row into the number store. The stack is explicit, so that deep
 * nesting needs no recursion.
 */
export class JsonScanner {
  readonly store: NumberStore
  private readonly window = new ByteWindow()
  private readonly frames: Frame[] = []
  /** Keys of the open objects whose values have not been read yet, innermost last. */
  private readonly keys: string[] = []
  private readonly watch: PathWatch | undefined
  private expected: Expected = 'start'
  private root: JsonNode = null
  /** The documents of JSON Lines before the last one. */
  private readonly lines: JsonNode[] = []
  private readonly parts = new PartCount()
  /** Whether a line end followed the end of the document. */
  private hasLineEnd = false

  /**
   * A watch does not change the result; its `begin` is called for each value until it has found its path. Documents
   * with the same store share its numbers.
   */
  constructor(watch?: PathWatch, store = new NumberStore()) {
    this.watch = watch
    this.store = store
  }

  /** Number of bytes that belong to complete tokens or rows. */
  get consumedBytes(): number {
    return this.window.offsetOf(this.window.position)
  }

  /** Adds a chunk and consumes everything that is complete. Throws TensorError (syntax) with a byte. */
  push(chunk: Uint8Array): void {
    this.window.push(chunk)
    while (this.step());
  }

  /** Adds a chunk, but consumes nothing after the end of the document. Returns undefined if the end has not arrived. */
  pushUpToEnd(chunk: Uint8Array): { readonly root: JsonNode } | undefined {
    this.window.push(chunk)
    while (this.expected !== 'nothing' && this.step());
    return this.expected === 'nothing' ? { root: this.root } : undefined
  }

  /** Returns the document after the last chunk. Throws TensorError (syntax, empty) with a byte. */
  finish(): JsonDocument {
    this.window.isFinal = true
    while (this.step());
    const { root, lines } = this
    const all: JsonNode = lines.length === 0 ? root : { kind: 'array', items: [...lines, root] }
    const { numbers, hasRounded } = this.store
    return { root: all, numbers, ...(hasRounded && { hasRounded }) }
  }

  /** Consumes one token or one row. Returns false if more bytes are needed or the document is complete. */
  private step(): boolean {
    const { window } = this
    if (this.expected === 'start') return this.start()
    const { position } = window
    window.consumeSpace()
    if (this.expected === 'nothing') {
      this.hasLineEnd ||= window.bytes.subarray(position, window.position).includes(LINE_FEED)
    }
    const byte = window.bytes[window.position]
    if (byte === undefined || window.position === window.end) {
      if (window.isFinal) this.checkEnd()
      return false
    }
    return this.token(this.expected, byte)
  }

  private token(expected: Expected, byte: number): boolean {
    switch (expected) {
      case 'value':
        return this.value(byte)
      case 'first item':
        return byte === CLOSE_BRACKET ? this.close() : this.value(byte)
      case 'first key':
        return byte === CLOSE_BRACE ? this.close() : this.key(byte)
      case 'key':
        return this.key(byte)
      case 'colon':
        return this.colon(byte)
      case 'comma':
        return this.comma(byte)
      case 'nothing':
        if (this.startLine(byte)) return true
        break
      case 'start':
        break
    }
    throw unexpected(this.window, 'after the end of the JSON document')
  }

  private start(): boolean {
    if (!skipByteOrderMark(this.window)) return false
    this.expected = 'value'
    return true
  }

  /**
   * Starts the next document of JSON Lines, which has one on each line. Together the documents become an array. Returns
   * false if no document starts here.
   */
  private startLine(byte: number): boolean {
    if (!this.hasLineEnd || (byte !== OPEN_BRACKET && byte !== OPEN_BRACE)) return false
    this.lines.push(this.root)
    this.expected = 'value'
    this.hasLineEnd = false
    return true
  }

  private value(byte: number): boolean {
    const { window, watch, frames } = this
    watch?.begin(frames.length, this.segment(), window.offsetOf(window.position))
    switch (byte) {
      case OPEN_BRACKET:
        return this.openArray()
      case OPEN_BRACE:
        return this.open({ kind: 'object', entries: [] }, 'first key')
      default:
        return this.add(byte === QUOTE ? readString(window) : readScalar(window))
    }
  }

  private openArray(): boolean {
    const { window } = this
    const first = window.skipSpace(window.position + 1)
    if (first === window.end && !window.isFinal) return false
    if (startsNumber(window.bytes[first]) && this.watch?.isInside(this.frames.length) !== true) {
      const row = readRow(window, this.store)
      if (row === 'more') return false
      if (row !== 'other') return this.add(row)
    }
    return this.open({ kind: 'array', items: [] }, 'first item')
  }

  private open(frame: Frame, expected: Expected): boolean {
    const { window, frames } = this
    if (frames.length === MAX_DEPTH) {
      throw syntaxError(
        window.offsetOf(window.position),
        `More than ${MAX_DEPTH} arrays and objects are nested in one another here.`,
        'A tensor is nested three deep: [query][layer][token].',
      )
    }
    frames.push(frame)
    return this.consume(expected)
  }

  private close(): boolean {
    const frame = this.frames.pop()
    this.window.consumeTo(this.window.position + 1)
    return this.add(frame)
  }

  private key(byte: number): boolean {
    if (byte !== QUOTE) throw unexpected(this.window, 'where a key in double quotes was expected')
    const key = readString(this.window)
    if (key === undefined) return false
    this.parts.add(key.length, this.consumedBytes)
    this.keys.push(key)
    this.expected = 'colon'
    return true
  }

  private colon(byte: number): boolean {
    if (byte !== COLON) throw unexpected(this.window, 'where “:” was expected after a key')
    return this.consume('value')
  }

  private comma(byte: number): boolean {
    const kind = this.frames.at(-1)?.kind
    if (byte === COMMA) return this.consume(kind === 'array' ? 'value' : 'key')
    if (byte === (kind === 'array' ? CLOSE_BRACKET : CLOSE_BRACE)) return this.close()
    const end = kind === 'array' ? '“]”' : '“}”'
    throw unexpected(this.window, `where “,” or ${end} was expected`)
  }

  /**
   * Adds a complete value to its array or object. Returns false if `node` is undefined, because the end of the value
   * has not arrived.
   */
  private add(node: JsonNode | undefined): boolean {
    if (node === undefined) return false
    this.parts.add(typeof node === 'string' ? node.length : 0, this.consumedBytes)
    const frame = this.frames.at(-1)
    if (frame === undefined) this.root = node
    else if (frame.kind === 'array') frame.items.push(node)
    else frame.entries.push([this.keys.pop() ?? '', node])
    this.expected = frame === undefined ? 'nothing' : 'comma'
    return true
  }

  private consume(expected: Expected): boolean {
    this.window.consumeTo(this.window.position + 1)
    this.expected = expected
    return true
  }

  /** Returns the index or key of the value that starts now. */
  private segment(): string | number | undefined {
    const frame = this.frames.at(-1)
    return frame?.kind === 'array' ? frame.items.length : this.keys.at(-1)
  }

  private checkEnd(): void {
    if (this.expected === 'nothing') return
    const byte = this.window.offsetOf(this.window.end)
    const count = this.frames.length
    if (count > 0) {
      const what = count === 1 ? 'one array or object is' : `${count} arrays and objects are`
      throw truncated(byte, `while ${what} still open`)
    }
    throw emptyFile(byte)
  }
}
