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

/** Thrown where the bytes are no PDF object. */
export class PdfSyntaxError extends Error {
  readonly tag = 'pdf-syntax'
  /** Offset of the byte at which reading ended. */
  readonly at: number

  constructor(at: number) {
    super(`no PDF object at byte ${at}`)
    this.name = 'PdfSyntaxError'
    this.at = at
  }
}

/** Deepest nesting of arrays and dictionaries. */
const MAX_DEPTH = 64

const SPACE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITER = new Set(Array.from('()<>[]{}/%', (character) => character.charCodeAt(0)))

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** Reads the objects of a PDF one after the other. Source: ISO 32000-1, 7.2 and 7.3. */
export class PdfReader {
  readonly #bytes: Uint8Array
  #at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes
    this.#at = at
  }

  /** Offset of the next byte. */
  get at(): number {
    return this.#at
  }

  /** Returns the next object, or the next word that is none, such as `stream`. Throws PdfSyntaxError. */
  value(depth = 0): PdfValue {
    this.#skipSpace()
    const character = this.#character(0)
    if (character === '[') return this.#list(']', depth)
    if (character === '(') return this.#literal()
    if (character !== '<') return this.#word()
    return this.#character(1) === '<' ? this.#dictionary(depth) : this.#hexadecimal()
  }

  #list(end: ']' | '>>', depth: number): PdfValue[] {
    if (depth > MAX_DEPTH) throw new PdfSyntaxError(this.#at)
    this.#at += end.length
    const values: PdfValue[] = []
    for (;;) {
      this.#skipSpace()
      if (this.#character(0) === end[0] && (end === ']' || this.#character(1) === '>')) {
        this.#at += end.length
        return values
      }
      const value = this.value(depth + 1)
      const number = value === 'R' ? values.at(-2) : undefined
      if (typeof number === 'number') values.splice(-2, 2, new PdfReference(number))
      else values.push(value)
    }
  }

  #dictionary(depth: number): PdfDictionary {
    const values = this.#list('>>', depth)
    const entries: PdfDictionary = new Map()
    for (let k = 0; k + 1 < values.length; k += 2) {
      const [name, value] = [values[k], values[k + 1]]
      if (typeof name !== 'string' || value === undefined) throw new PdfSyntaxError(this.#at)
      entries.set(name, value)
    }
    return entries
  }

  #word(): number | string {
    const start = this.#at
    let end = start + (this.#character(0) === '/' ? 1 : 0)
    while (end < this.#bytes.length && isRegular(this.#bytes[end] ?? 0)) end++
    if (end === start) throw new PdfSyntaxError(start)
    this.#at = end
    const word = String.fromCharCode(...this.#bytes.subarray(start, Math.min(end, start + 256)))
    if (/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return Number(word)
    return word.replace(/#([\da-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    )
  }

  #hexadecimal(): Uint8Array {
    const end = this.#bytes.indexOf(0x3e, this.#at)
    if (end < 0) throw new PdfSyntaxError(this.#bytes.length)
    const digits = Array.from(this.#bytes.subarray(this.#at + 1, end), (byte) => {
      return parseInt(String.fromCharCode(byte), 16)
    }).filter((digit) => !Number.isNaN(digit))
    this.#at = end + 1
    return Uint8Array.from({ length: Math.ceil(digits.length / 2) }, (_, k) => {
      return 16 * (digits[2 * k] ?? 0) + (digits[2 * k + 1] ?? 0)
    })
  }

  #literal(): Uint8Array {
    const bytes: number[] = []
    let depth = 1
    for (this.#at++; this.#at < this.#bytes.length; this.#at++) {
      const character = this.#character(0)
      if (character === '\\') {
        const escaped = this.#escaped()
        if (escaped !== undefined) bytes.push(escaped)
        continue
      }
      if (character === '(') depth++
      if (character === ')') depth--
      if (depth === 0) {
        this.#at++
        return Uint8Array.from(bytes)
      }
      bytes.push(character.charCodeAt(0))
    }
    throw new PdfSyntaxError(this.#at)
  }

  /** Returns the byte that an escape stands for, or undefined for a line that goes on; ends at its last byte. */
  #escaped(): number | undefined {
    this.#at++
    const character = this.#character(0)
    const digits = /^[0-7]{1,3}/.exec(character + this.#character(1) + this.#character(2))?.[0]
    if (digits !== undefined) {
      this.#at += digits.length - 1
      return parseInt(digits, 8) & 0xff
    }
    if (character === '\r' && this.#character(1) === '\n') this.#at++
    if (character === '\r' || character === '\n') return undefined
    return ESCAPES[character] ?? character.charCodeAt(0)
  }

  #skipSpace(): void {
    for (;;) {
      const byte = this.#bytes[this.#at]
      if (byte === undefined) throw new PdfSyntaxError(this.#at)
      if (byte === 0x25) this.#skipComment()
      else if (SPACE.has(byte)) this.#at++
      else return
    }
  }

  #skipComment(): void {
    while (this.#at < this.#bytes.length && !/[\r\n]/.test(this.#character(0))) this.#at++
  }

  /** Returns the character so many bytes ahead; empty behind the end. */
  #character(ahead: number): string {
    const byte = this.#bytes[this.#at + ahead]
    return byte === undefined ? '' : String.fromCharCode(byte)
  }
}

function isRegular(byte: number): boolean {
  return !SPACE.has(byte) && !DELIMITER.has(byte)
}
