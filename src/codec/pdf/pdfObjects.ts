import {
  PdfReader,
  PdfReference,
  PdfSyntaxError,
  type PdfDictionary,
  type PdfValue,
} from './PdfReader'

/** A stream of a PDF. */
export interface PdfStream {
  readonly dictionary: PdfDictionary
  /** Offset of its first byte in the file. */
  readonly start: number
  /** Offset of the word `endstream` behind it, with a line break before. */
  readonly end: number
}

/** The objects of a PDF by their numbers; of several with one number the last one. */
export interface PdfObjects {
  /** Numbers, and objects that name a file. */
  readonly values: Map<number, PdfValue>
  readonly streams: Map<number, PdfStream>
  readonly trailers: PdfDictionary[]
}

const [LETTER_O, LETTER_T] = [0x6f, 0x74]
const [NEWLINE, RETURN] = [10, 13]

/**
 * Returns the objects of a PDF. They are found by their own text and not by the file's table, so that a damaged table
 * hides none. Takes time in proportion to the length of the file, whatever is in it.
 */
export function pdfObjects(bytes: Uint8Array): PdfObjects {
  const objects: PdfObjects = { values: new Map(), streams: new Map(), trailers: [] }
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at]
    if (byte === LETTER_O && isWord(bytes, at, 'obj')) {
      at = addObject(bytes, at, objects)
    } else if (byte === LETTER_T && isWord(bytes, at, 'trailer')) {
      const { value, end } = objectAt(bytes, at + 'trailer'.length, objects.values)
      if (value instanceof Map) objects.trailers.push(value)
      at = end
    } else at++
  }
  return objects
}

/** Adds the object of the word `obj` at an offset. Returns the offset at which to go on. */
function addObject(bytes: Uint8Array, at: number, { values, streams }: PdfObjects): number {
  const begin = at + 'obj'.length
  const number = numberBefore(bytes, at)
  if (number === undefined) return begin
  const { value, stream, end } = objectAt(bytes, begin, values)
  values.delete(number)
  streams.delete(number)
  if (stream !== undefined) streams.set(number, stream)
  else if (value !== undefined && isNeeded(value)) values.set(number, value)
  return end
}

/** Returns true for a number and for an object that names a file, also within another object. */
export function isNeeded(value: PdfValue): boolean {
  return typeof value === 'number' || filesIn(value).length > 0
}

/** Returns the dictionaries in an object, or itself, that name files or have them. */
export function filesIn(value: PdfValue): PdfDictionary[] {
  if (Array.isArray(value)) return value.flatMap(filesIn)
  if (!(value instanceof Map)) return []
  const isFile = value.has('/EF') || value.has('/UF') || value.get('/F') instanceof PdfReference
  return isFile ? [value] : Array.from(value.values()).flatMap(filesIn)
}

interface FoundObject {
  readonly value?: PdfValue
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
  try {
    const value = reader.value()
    const end = reader.at
    if (!(value instanceof Map)) return { value, end }
    const word = wordAfter(bytes, end)
    if (!isWord(bytes, word, 'stream')) return { value, end }
    const stream = streamAt(bytes, word + 'stream'.length, value, values)
    return { value, stream, end: stream.end }
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error
    return { end: Math.max(error.at, at) }
  }
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
    if (isWord(bytes, wordAfter(bytes, end), 'endstream')) return { dictionary, start, end }
  }
  return { dictionary, start, end: endOfStream(bytes, start) }
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
