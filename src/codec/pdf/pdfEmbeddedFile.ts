import { Unzlib } from 'fflate'
import { concatBytes } from '../concatBytes'
import { piecesOf } from '../deflated'
import {
  filesIn,
  MAX_KEPT,
  PdfCrowdedError,
  pdfObjects,
  type PdfObjects,
  type PdfStream,
} from './pdfObjects'
import { PdfReader, PdfReference, type PdfDictionary, type PdfValue } from './PdfReader'

/**
 * `none`: no file of that name is embedded. `encrypted`: the PDF is. `filter`: the file is packed in a way that is not
 * read here. `large`: the file, or what is searched for it, unpacks to more than `limit` bytes. `crowded`: the PDF has
 * more than `limit` objects.
 */
export type EmbeddedFile =
  | { readonly kind: 'found'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'none' | 'encrypted' }
  | { readonly kind: 'filter'; readonly filter: string }
  | { readonly kind: 'large'; readonly byteCount: number; readonly limit: number }
  | { readonly kind: 'crowded'; readonly limit: number }
  | { readonly kind: 'damaged' }

/** Most bytes that the object streams of a file are unpacked to, all together. */
const MAX_OBJECTS = 1 << 26

/**
 * Returns a file that is embedded in a PDF, also after another program has written the PDF again. `mostBytes` is the
 * largest size that it may unpack to.
 */
export function pdfEmbeddedFile(
  pdf: Uint8Array<ArrayBuffer>,
  name: string,
  mostBytes = Infinity,
): EmbeddedFile {
  try {
    return embeddedFile(pdf, name, mostBytes)
  } catch (error) {
    if (error instanceof FilterError) return { kind: 'filter', filter: error.filter }
    if (error instanceof PdfCrowdedError) return { kind: 'crowded', limit: MAX_KEPT }
    if (!(error instanceof LimitError)) return { kind: 'damaged' }
    return { kind: 'large', byteCount: error.byteCount, limit: error.limit }
  }
}

function embeddedFile(pdf: Uint8Array<ArrayBuffer>, name: string, mostBytes: number): EmbeddedFile {
  const objects = pdfObjects(pdf)
  if (objects.isEncrypted) return { kind: 'encrypted' }
  addPackedObjects(pdf, objects)
  const specification = specificationOf(name, objects)
  const stream = specification && streamOf(specification, objects)
  if (stream === undefined) return { kind: 'none' }
  return { kind: 'found', bytes: unpacked(pdf, stream, mostBytes) }
}

/** Returns the last dictionary that has a file of a name. */
function specificationOf(name: string, { values }: PdfObjects): PdfDictionary | undefined {
  let last: PdfDictionary | undefined
  for (const value of values.values()) {
    for (const file of filesIn(value)) {
      if (file.has('/EF') && (isText(file.get('/UF'), name) || isText(file.get('/F'), name))) {
        last = file
      }
    }
  }
  return last
}

/** Adds the objects in object streams (ISO 32000-1, 7.5.7). A damaged object stream hides its own objects only. */
function addPackedObjects(pdf: Uint8Array<ArrayBuffer>, objects: PdfObjects): void {
  let byteCount = 0
  for (const stream of objects.streams.values()) {
    if (stream.objects === undefined) continue
    const bytes = bytesOrNone(pdf, stream, MAX_OBJECTS - byteCount)
    byteCount += bytes.length
    addObjectsIn(bytes, stream.objects, objects)
  }
}

function bytesOrNone(pdf: Uint8Array<ArrayBuffer>, stream: PdfStream, limit: number): Uint8Array {
  try {
    return unpacked(pdf, stream, limit)
  } catch (error) {
    if (error instanceof LimitError) throw new LimitError(MAX_OBJECTS, MAX_OBJECTS)
    return new Uint8Array()
  }
}

function addObjectsIn(
  bytes: Uint8Array,
  { count, first }: NonNullable<PdfStream['objects']>,
  objects: PdfObjects,
): void {
  const header = new PdfReader(bytes)
  let end = 0
  for (let k = 0; k < count && header.at < first; k++) {
    const [number, offset] = [header.value(), header.value()]
    // Objects stand one after the other, so that no byte is read twice.
    if (typeof number !== 'number' || typeof offset !== 'number' || first + offset < end) return
    const reader = new PdfReader(bytes, first + offset)
    const value = reader.value()
    if (value === undefined) return
    objects.keepValue(number, value, reader.valueCount)
    end = reader.at
  }
}

function streamOf(
  specification: PdfDictionary,
  { values, streams }: PdfObjects,
): PdfStream | undefined {
  const given = specification.get('/EF')
  const files = given instanceof PdfReference ? values.get(given.number) : given
  const file = files instanceof Map ? (files.get('/F') ?? files.get('/UF')) : undefined
  return file instanceof PdfReference ? streams.get(file.number) : undefined
}

/** Returns true for the string of a text, which is UTF-16 with a mark or ASCII here. */
function isText(value: PdfValue | undefined, text: string): boolean {
  if (!(value instanceof Uint8Array) || value.length > 2 * text.length + 2) return false
  const isWide = value[0] === 0xfe && value[1] === 0xff
  return new TextDecoder(isWide ? 'utf-16be' : 'latin1').decode(value) === text
}

/** Thrown for a stream that is packed in a way that is not read here. */
class FilterError extends Error {
  readonly tag = 'filter'
  readonly filter: string

  constructor(filter: string) {
    super(`the filter ${filter} is not read`)
    this.name = 'FilterError'
    this.filter = filter
  }
}

/** Thrown for a stream that unpacks to more bytes than `limit`; `byteCount` of them were unpacked. */
class LimitError extends Error {
  readonly tag = 'limit'
  readonly byteCount: number
  readonly limit: number

  constructor(byteCount: number, limit: number) {
    super(`more than ${limit} bytes`)
    this.name = 'LimitError'
    this.byteCount = byteCount
    this.limit = limit
  }
}

/** Returns the content of a stream. Throws if it is damaged, longer than `limit`, or packed in an unknown way. */
function unpacked(
  pdf: Uint8Array<ArrayBuffer>,
  { filters, start, end }: PdfStream,
  limit: number,
): Uint8Array<ArrayBuffer> {
  let bytes = pdf.subarray(start, end)
  for (const filter of filters) {
    if (filter !== '/FlateDecode' && filter !== '/Fl') throw new FilterError(filter.slice(1))
    bytes = inflatedTo(bytes, limit)
  }
  return bytes
}

function inflatedTo(packed: Uint8Array<ArrayBuffer>, limit: number): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  const stream = new Unzlib((chunk) => {
    chunks.push(chunk)
    length += chunk.length
    if (length > limit) throw new LimitError(length, limit)
  })
  const pieces = Array.from(piecesOf(packed))
  pieces.forEach((piece, k) => stream.push(piece, k === pieces.length - 1))
  return concatBytes(chunks)
}
