import { PdfReader, PdfReference, type PdfDictionary, type PdfValue } from './PdfReader'

/** A stream of a PDF. */
export interface PdfStream {
  /** The names of its filters, with `/`, in the order in which they unpack it: at most `MAX_FILTERS` of them. */
  readonly filters: readonly string[]
  /** If it is an object stream, the number of its objects and the offset of the first one in it. */
  readonly objects: { readonly count: number; readonly first: number } | undefined
  /** Offset of its first byte in the file. */
  readonly start: number
  /** Offset of the word `endstream` behind it, with a line break before. */
  readonly end: number
}

/** Most filters of a stream, one after the other. */
const MAX_FILTERS = 4

/** Most numbers, streams and values of objects that name a file, all together. */
export const MAX_KEPT = 1 << 20

/** How many objects an object stream counts for. Usual ones have 100 to 200. */
const OBJECTS_OF_STREAM = 64

/** Thrown for a PDF of more than `MAX_KEPT` objects. */
export class PdfCrowdedError extends Error {
  readonly tag = 'pdf-crowded'

  constructor() {
    super(`more than ${MAX_KEPT} objects`)
    this.name = 'PdfCrowdedError'
  }
}

/** The objects of a PDF by their numbers; of several with one number the last one. */
export class PdfObjects {
  /** Numbers, and objects that name a file. */
  readonly values = new Map<number, PdfValue>()
  readonly streams = new Map<number, PdfStream>()
  #isEncrypted = false
  #keptCount = 0

  get isEncrypted(): boolean {
    return this.#isEncrypted
  }

  /** Finds out whether a trailer, or the dictionary of a stream, says that the file is encrypted. */
  checkEncryption(trailer: PdfValue | undefined): void {
    if (trailer instanceof Map && trailer.has('/Encrypt')) this.#isEncrypted = true
  }

  /** Keeps an object if it may be needed. `valueCount` is the number of values within it. Throws PdfCrowdedError. */
  keepValue(number: number, value: PdfValue, valueCount: number): void {
    const isFile = hasFile(value)
    if (!isFile && typeof value !== 'number') return
    this.#count(isFile ? valueCount + 1 : 1)
    this.values.set(number, value)
  }

  /** Keeps a stream. Throws PdfCrowdedError. */
  keepStream(number: number, stream: PdfStream): void {
    this.#count(stream.objects === undefined ? 1 : OBJECTS_OF_STREAM)
    this.streams.set(number, stream)
  }

  #count(count: number): void {
    this.#keptCount += count
    if (this.#keptCount > MAX_KEPT) throw new PdfCrowdedError()
  }
}

const [LETTER_O, LETTER_T] = [0x6f, 0x74]
const [NEWLINE, RETURN] = [10, 13]

/**
 * Returns the objects of a PDF. They are found by their own text and not by the file's table, so that a damaged table
 * hides none. Takes time in proportion to the length of the file, whatever is in it. Throws PdfCrowdedError.
 */
export function pdfObjects(bytes: Uint8Array): PdfObjects {
  const objects = new PdfObjects()
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at]
    if (byte === LETTER_O && isWord(bytes, at, 'obj')) {
      at = addObject(bytes, at, objects)
    } else if (byte === LETTER_T && isWord(bytes, at, 'trailer')) {
      const { value, end } = objectAt(bytes, at + 'trailer'.length, objects.values)
      objects.checkEncryption(value)
      at = end
    } else at++
  }
  return objects
}

/** Adds the object of the word `obj` at an offset. Returns the offset at which to go on. */
function addObject(bytes: Uint8Array, at: number, objects: PdfObjects): number {
  const begin = at + 'obj'.length
  const number = numberBefore(bytes, at)
  if (number === undefined) return begin
  const { value, valueCount, stream, end } = objectAt(bytes, begin, objects.values)
  objects.values.delete(number)
  objects.streams.delete(number)
  if (stream !== undefined) {
    objects.checkEncryption(value)
    objects.keepStream(number, stream)
  } else if (value !== undefined) objects.keepValue(number, value, valueCount)
  return end
}

/** Yields the dictionaries in an object, or itself, that name files or have them. */
export function* filesIn(value: PdfValue): Generator<PdfDictionary> {
  if (value instanceof Map) {
    const isFile = value.has('/EF') || value.has('/UF') || value.get('/F') instanceof PdfReference
    if (isFile) yield value
    else for (const entry of value.values()) yield* filesIn(entry)
  } else if (Array.isArray(value)) for (const item of value) yield* filesIn(item)
}

function hasFile(value: PdfValue): boolean {
  return filesIn(value).next().done === false
}

interface FoundObject {
  readonly value?: PdfValue | undefined
  readonly valueCount: number
  readonly stream?: PdfStream
  /** Offset at which to go on. */
  readonly end: number
}

function objectAt(
  bytes: Uint8Array,
  at: number,
  values: ReadonlyMap<number, PdfValue>,
): FoundObject {
  const reader = new PdfReader(bytes, at)
  const value = reader.value()
  const { at: end, valueCount } = reader
  if (!(value instanceof Map)) return { value, valueCount, end }
  const word = wordAfter(bytes, end)
  if (!isWord(bytes, word, 'stream')) return { value, valueCount, end }
  const stream = streamAt(bytes, word + 'stream'.length, value, values)
  return { value, valueCount, stream, end: stream.end }
}

/** Returns the stream whose first line break is at an offset. */
function streamAt(
  bytes: Uint8Array,
  at: number,
  dictionary: PdfDictionary,
  values: ReadonlyMap<number, PdfValue>,
): PdfStream {
  const afterReturn = bytes[at] === RETURN ? at + 1 : at
  const start = bytes[afterReturn] === NEWLINE ? afterReturn + 1 : afterReturn
  const given = dictionary.get('/Length')
  const length = given instanceof PdfReference ? values.get(given.number) : given
  if (typeof length === 'number' && length >= 0) {
    const end = start + length
    if (isWord(bytes, wordAfter(bytes, end), 'endstream')) {
      return { ...contentOf(dictionary), start, end }
    }
  }
  return { ...contentOf(dictionary), start, end: endOfStream(bytes, start) }
}

function contentOf(dictionary: PdfDictionary): Pick<PdfStream, 'filters' | 'objects'> {
  const given = dictionary.get('/Filter') ?? []
  const filters = (Array.isArray(given) ? given.slice(0, MAX_FILTERS) : [given]).map((filter) =>
    typeof filter === 'string' ? filter : '/of no name',
  )
  const [count, first] = [dictionary.get('/N'), dictionary.get('/First')]
  const isOfObjects = dictionary.get('/Type') === '/ObjStm'
  return {
    filters,
    objects:
      isOfObjects && typeof count === 'number' && typeof first === 'number'
        ? { count, first }
        : undefined,
  }
}

/** Returns the end of a stream whose length is not at hand: before the line break of the next `endstream`. */
function endOfStream(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(0x65, start)
  while (at >= 0 && !isWord(bytes, at, 'endstream')) at = bytes.indexOf(0x65, at + 1)
  if (at < 0) return bytes.length
  const beforeNewline = at > start && bytes[at - 1] === NEWLINE ? at - 1 : at
  const isPair = beforeNewline > start && bytes[beforeNewline - 1] === RETURN
  return isPair ? beforeNewline - 1 : beforeNewline
}

/** Returns the offset of the next byte that is no white space, at most a few bytes on. */
function wordAfter(bytes: Uint8Array, at: number): number {
  let word = at
  while (word < at + 8 && /\s/.test(String.fromCharCode(bytes[word] ?? 0))) word++
  return word
}

function isWord(bytes: Uint8Array, at: number, word: string): boolean {
  for (let k = 0; k < word.length; k++) if (bytes[at + k] !== word.charCodeAt(k)) return false
  return true
}

/** Returns the number of an object from `12 0 ` before an offset. */
function numberBefore(bytes: Uint8Array, at: number): number | undefined {
  const text = String.fromCharCode(...bytes.subarray(Math.max(at - 24, 0), at))
  const digits = /(?:^|[^\d])(\d{1,10})\s+\d{1,5}\s+$/.exec(text)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
