import { concatBytes } from '../../codec/concatBytes'
import { zlib } from '../../codec/deflated'

/** Bytes above 127 at the start tell programs that the file is not text. */
const HEADER = '%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n'

/** How a stream is added. */
interface StreamOptions {
  /** How well the bytes are packed; `packed` if they are already, or shall not be. Default 9. */
  readonly level?: 4 | 9 | 'packed'
  /** A reserved reference. Default a new one. */
  readonly reference?: string
}

/** The objects of a PDF file. Source: ISO 32000-1, 7.3 and 7.5. The same objects give the same bytes. */
export class PdfFile {
  readonly #objects: (readonly Uint8Array<ArrayBuffer>[] | undefined)[] = []

  /** Returns a reference to an object that `set` defines later. */
  reserve(): string {
    return `${this.#objects.push(undefined)} 0 R`
  }

  /** Defines an object and returns a reference to it. */
  add(body: string): string {
    const reference = this.reserve()
    this.set(reference, body)
    return reference
  }

  /** Defines the object of a reference. */
  set(reference: string, body: string): void {
    this.#put(reference, [asciiBytes(`${body}\n`)])
  }

  /** Defines a stream and returns a reference to it. `entries` are those of its dictionary but for length and filter. */
  addStream(
    entries: string,
    bytes: Uint8Array<ArrayBuffer>,
    { level = 9, reference = this.reserve() }: StreamOptions = {},
  ): string {
    const content = level === 'packed' ? bytes : zlib(bytes, level)
    const filter = level === 'packed' ? '' : ' /Filter /FlateDecode'
    const dictionary = `<< ${entries}${filter} /Length ${content.length} >>`
    this.#put(reference, [
      asciiBytes(`${dictionary}\nstream\n`),
      content,
      asciiBytes('\nendstream\n'),
    ])
    return reference
  }

  /** Returns the bytes of the file. */
  bytes(catalog: string, information: string): Uint8Array<ArrayBuffer> {
    const parts = [asciiBytes(HEADER)]
    let end = HEADER.length
    const rows = this.#objects.map((object, k) => {
      if (object === undefined) throw new RangeError(`object ${k + 1} was never defined`)
      const start = end
      for (const part of object) {
        parts.push(part)
        end += part.length
      }
      return `${String(start).padStart(10, '0')} 00000 n \n`
    })
    const size = rows.length + 1
    const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`
    const trailer = `trailer\n<< /Size ${size} /Root ${catalog} /Info ${information} >>\n`
    parts.push(asciiBytes(`${table}${trailer}startxref\n${end}\n%%EOF\n`))
    return concatBytes(parts)
  }

  #put(reference: string, content: readonly Uint8Array<ArrayBuffer>[]): void {
    const number = parseInt(reference, 10)
    const [start, end] = [asciiBytes(`${number} 0 obj\n`), asciiBytes('endobj\n')]
    this.#objects[number - 1] = [start, ...content, end]
  }
}

/** Returns a text of code points up to 255 as bytes. */
export function asciiBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

/** Returns a number as PDF writes it: in decimals, without an exponent, rounded to `digits` of them. */
export function pdfNumber(value: number, digits: 4 | 8 = 4): string {
  const unit = 10 ** digits
  const rounded = Math.round(value * unit) / unit
  if (rounded === 0) return '0'
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(digits) : String(rounded)
}

/** Returns a text string of any characters (UTF-16). */
export function pdfText(text: string): string {
  return `<FEFF${utf16(text)}>`
}

/** Returns the UTF-16 code units of a text in hexadecimal digits. */
export function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, k) => hex(text.charCodeAt(k))).join('')
}

/** Returns a number of 16 bits in four hexadecimal digits. */
export function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0')
}
