/** An object of a PDF. Names are strings that start with `/`; other words (`true`, `null`) are strings as well. */
export type PdfValue = number | string | Uint8Array | PdfReference | PdfValue[] | PdfDictionary

/** Entries by their names, with `/`. */
export type PdfDictionary = Map<string, PdfValue>

/** A reference to the object of a number. */
export class PdfReference {
  readonly number: number

  constructor(number: number) {
    this.number = number
  }
}

/** Deepest nesting of arrays and dictionaries. */
const MAX_DEPTH = 64

/** Most values within an object. One that names a file has a few dozen. */
const MAX_VALUES = 1 << 16

/** Most bytes of a string that are kept, and of a word. */
const MAX_STRING = 1 << 16
const MAX_WORD = 256

/** Kinds of bytes: 1 for white space, 2 for delimiters, 0 for all others. */
const KINDS = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) KINDS[byte] = 1
for (const delimiter of '()<>[]{}/%') KINDS[delimiter.charCodeAt(0)] = 2

const [NEWLINE, RETURN, PERCENT, SLASH, BACKSLASH] = [10, 13, 0x25, 0x2f, 0x5c]
const [OPEN, CLOSE, LESS, MORE, LEFT, RIGHT] = [0x28, 0x29, 0x3c, 0x3e, 0x5b, 0x5d]

/** Bytes by the letters of their escapes: `n`, `r`, `t`, `b` and `f`. */
const ESCAPES = new Map(
  Array.from('nrtbf', (letter, k) => [letter.charCodeAt(0), '\n\r\t\b\f'.charCodeAt(k)]),
)

/**
 * Reads the objects of a PDF one after the other. Long strings and words are cut. Source: ISO 32000-1, 7.2 and 7.3.
 */
export class PdfReader {
  readonly #bytes: Uint8Array
  #at: number
  #valueCount = 0

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes
    this.#at = at
  }

  /** Offset of the next byte. */
  get at(): number {
    return this.#at
  }

  /** Number of the values within arrays and dictionaries that were read. */
  get valueCount(): number {
    return this.#valueCount
  }

  /**
   * Returns the next object, or the next word that is none, such as `stream`. If the bytes are no object, or one of more
   * values than any that names a file, returns undefined; `at` is where reading ended.
   */
  value(depth = 0): PdfValue | undefined {
    this.#skipSpace()
    const byte = this.#bytes[this.#at]
    if (byte === LEFT) return this.#list(RIGHT, depth)
    if (byte === OPEN) return this.#literal()
    if (byte !== LESS) return this.#word()
    return this.#bytes[this.#at + 1] === LESS ? this.#dictionary(depth) : this.#hexadecimal()
  }

  /** Reads up to `]`, or up to `>>` for `>`. */
  #list(end: number, depth: number): PdfValue[] | undefined {
    if (depth > MAX_DEPTH) return undefined
    const width = end === RIGHT ? 1 : 2
    this.#at += width
    const values: PdfValue[] = []
    for (;;) {
      this.#skipSpace()
      if (this.#bytes[this.#at] === end && this.#bytes[this.#at + width - 1] === end) {
        this.#at += width
        return values
      }
      const value = this.value(depth + 1)
      if (value === undefined || ++this.#valueCount > MAX_VALUES) return undefined
      const number = value === 'R' ? values.at(-2) : undefined
      if (typeof number === 'number') values.splice(-2, 2, new PdfReference(number))
      else values.push(value)
    }
  }

  #dictionary(depth: number): PdfDictionary | undefined {
    const values = this.#list(MORE, depth)
    if (values === undefined) return undefined
    const entries: PdfDictionary = new Map()
    for (let k = 0; k + 1 < values.length; k += 2) {
      const [name, value] = [values[k], values[k + 1]]
      if (typeof name !== 'string' || value === undefined) return undefined
      entries.set(name, value)
    }
    return entries
  }

  #word(): number | string | undefined {
    const start = this.#at
    let end = start + (this.#bytes[start] === SLASH ? 1 : 0)
    while (KINDS[this.#bytes[end] ?? SLASH] === 0) end++
    if (end === start) return undefined
    this.#at = end
    const word = String.fromCharCode(
      ...this.#bytes.subarray(start, Math.min(end, start + MAX_WORD)),
    )
    if (/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return Number(word)
    return word.replace(/#([\da-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    )
  }

  #hexadecimal(): Uint8Array | undefined {
    const start = this.#at + 1
    const end = this.#bytes.indexOf(MORE, start)
    this.#at = end < 0 ? this.#bytes.length : end + 1
    if (end < 0) return undefined
    const bytes = this.#bytes.subarray(start, Math.min(end, start + 2 * MAX_STRING))
    const digits = Array.from(bytes, (byte) => parseInt(String.fromCharCode(byte), 16)).filter(
      (digit) => !Number.isNaN(digit),
    )
    return Uint8Array.from({ length: Math.ceil(digits.length / 2) }, (_, k) => {
      return 16 * (digits[2 * k] ?? 0) + (digits[2 * k + 1] ?? 0)
    })
  }

  #literal(): Uint8Array | undefined {
    const bytes: number[] = []
    let depth = 1
    for (this.#at++; this.#at < this.#bytes.length; this.#at++) {
      const byte = this.#bytes[this.#at]
      if (byte === OPEN) depth++
      if (byte === CLOSE) depth--
      if (depth === 0) {
        this.#at++
        return Uint8Array.from(bytes)
      }
      const kept = byte === BACKSLASH ? this.#escaped() : byte
      if (kept !== undefined && bytes.length < MAX_STRING) bytes.push(kept)
    }
    return undefined
  }

  /** Returns the byte that an escape stands for, or undefined for a line that goes on; ends at its last byte. */
  #escaped(): number | undefined {
    this.#at++
    const byte = this.#bytes[this.#at]
    const ahead = String.fromCharCode(...this.#bytes.subarray(this.#at, this.#at + 3))
    const digits = /^[0-7]{1,3}/.exec(ahead)?.[0]
    if (digits !== undefined) {
      this.#at += digits.length - 1
      return parseInt(digits, 8) & 0xff
    }
    if (byte === RETURN && this.#bytes[this.#at + 1] === NEWLINE) this.#at++
    if (byte === undefined || byte === RETURN || byte === NEWLINE) return undefined
    return ESCAPES.get(byte) ?? byte
  }

  #skipSpace(): void {
    for (;;) {
      const byte = this.#bytes[this.#at]
      if (byte === undefined) return
      if (byte === PERCENT) this.#skipComment()
      else if (KINDS[byte] === 1) this.#at++
      else return
    }
  }

  #skipComment(): void {
    for (;;) {
      const byte = this.#bytes[this.#at]
      if (byte === undefined || byte === NEWLINE || byte === RETURN) return
      this.#at++
    }
  }
}
