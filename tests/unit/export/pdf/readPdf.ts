import { unzlibSync } from 'fflate'
import { pdfObjects } from '../../../../src/codec/pdf/pdfObjects'
import {
  PdfReader,
  PdfReference,
  type PdfDictionary,
  type PdfValue,
} from '../../../../src/codec/pdf/PdfReader'

/** A text as it stands on the page. */
export interface ShownText {
  readonly face: string
  readonly text: string
  readonly fontSize: number
  /** Of its begin, in the units of its transform. */
  readonly x: number
  readonly y: number
}

/** A page as a reader of PDF sees it. */
export interface ReadPage {
  readonly box: readonly PdfValue[]
  /** Operators with their operands. */
  readonly operators: readonly (readonly [name: string, ...operands: PdfValue[]])[]
  readonly texts: readonly ShownText[]
  readonly fonts: ReadonlyMap<string, PdfDictionary>
  readonly resources: PdfDictionary
  readonly catalog: PdfDictionary
  readonly information: PdfDictionary
  /** Returns the unpacked bytes of a stream. */
  readonly bytesOf: (value: PdfValue | undefined) => Uint8Array
  readonly dictionaryOf: (value: PdfValue | undefined) => PdfDictionary
}

/** Reads a page of a PDF by its table of objects, as programs do. */
export function readPdf(pdf: Uint8Array<ArrayBuffer>): ReadPage {
  const text = new TextDecoder('latin1').decode(pdf)
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
  const offsets = Array.from(text.slice(table).matchAll(/^(\d{10}) \d{5} n $/gm), ([, at]) =>
    Number(at),
  )
  const { streams } = pdfObjects(pdf)
  const valueOf = (value: PdfValue | undefined): PdfValue | undefined => {
    if (!(value instanceof PdfReference)) return value
    const start = `${value.number} 0 obj\n`
    const at = offsets[value.number - 1] ?? -1
    if (!text.startsWith(start, at)) throw new Error(`no object ${value.number} at ${at}`)
    return new PdfReader(pdf, at + start.length).value()
  }
  const dictionaryOf = (value: PdfValue | undefined): PdfDictionary => {
    const found = valueOf(value)
    if (!(found instanceof Map)) throw new Error('no dictionary')
    return found
  }
  const bytesOf = (value: PdfValue | undefined): Uint8Array => {
    const stream = value instanceof PdfReference ? streams.get(value.number) : undefined
    if (stream === undefined) throw new Error('no stream')
    const bytes = pdf.subarray(stream.start, stream.end)
    return stream.filters.length > 0 ? unzlibSync(bytes) : bytes
  }
  const trailer = dictionaryOf(new PdfReader(pdf, text.lastIndexOf('trailer') + 7).value())
  const catalog = dictionaryOf(trailer.get('/Root'))
  const [kid] = listOf(dictionaryOf(catalog.get('/Pages')).get('/Kids'))
  const page = dictionaryOf(kid)
  const resources = dictionaryOf(page.get('/Resources'))
  const fonts = new Map(
    Array.from(dictionaryOf(resources.get('/Font')), ([name, font]) => [name, dictionaryOf(font)]),
  )
  const operators = operatorsOf(bytesOf(page.get('/Contents')))
  const characters = new Map(
    Array.from(fonts, ([name, font]) => [name, charactersOf(bytesOf(font.get('/ToUnicode')))]),
  )
  return {
    box: listOf(page.get('/MediaBox')),
    operators,
    texts: textsOf(operators, characters),
    fonts,
    resources,
    catalog,
    information: dictionaryOf(trailer.get('/Info')),
    bytesOf,
    dictionaryOf,
  }
}

export function listOf(value: PdfValue | undefined): PdfValue[] {
  if (!Array.isArray(value)) throw new Error('no array')
  return value
}

function operatorsOf(content: Uint8Array): ReadPage['operators'] {
  const reader = new PdfReader(Uint8Array.from([...content, 0x20, 0x51]))
  const operators: [name: string, ...operands: PdfValue[]][] = []
  let operands: PdfValue[] = []
  while (reader.at < content.length) {
    const value = reader.value()
    if (value === undefined) throw new Error(`no object at ${reader.at}`)
    if (typeof value === 'string' && !value.startsWith('/')) {
      operators.push([value, ...operands])
      operands = []
    } else operands.push(value)
  }
  return operators
}

/** By the number of each glyph. */
function charactersOf(table: Uint8Array): ReadonlyMap<number, string> {
  const rows = new TextDecoder().decode(table).matchAll(/^<(\w{4})> <(\w+)>$/gm)
  return new Map(
    Array.from(rows, ([, number = '', text = '']) => [
      parseInt(number, 16),
      new TextDecoder('utf-16be').decode(Buffer.from(text, 'hex')),
    ]),
  )
}

function textsOf(
  operators: ReadPage['operators'],
  characters: ReadonlyMap<string, ReadonlyMap<number, string>>,
): ShownText[] {
  const texts: ShownText[] = []
  let [face, fontSize, x, y] = ['', 0, 0, 0]
  for (const [name, ...operands] of operators) {
    const numbers = operands.map(Number)
    if (name === 'Tf') [face, fontSize] = [operands.find(isName) ?? '', numbers[1] ?? 0]
    if (name === 'Tm') [x, y] = [numbers[4] ?? 0, numbers[5] ?? 0]
    if (name !== 'Tj' || !(operands[0] instanceof Uint8Array)) continue
    const bytes = operands[0]
    const known = characters.get(face)
    const text = Array.from({ length: bytes.length / 2 }, (_, k) => {
      return known?.get(256 * (bytes[2 * k] ?? 0) + (bytes[2 * k + 1] ?? 0))
    }).join('')
    texts.push({ face, text, fontSize, x, y })
  }
  return texts
}

function isName(value: PdfValue): value is string {
  return typeof value === 'string'
}
