import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { concatBytes } from './concatBytes'
import { inflated } from './deflated'
import { deflatedBehind } from './deflatedBehind'

/** The version of the envelope that this code writes, and the latest version that it reads. */
export const ENVELOPE_VERSION = 1

/** The keyword of a PNG's text chunk and the id of an HTML page's script element. */
export const ENVELOPE_KEYWORD = 'simlens'

/** The namespace of the element in an SVG. */
export const ENVELOPE_NAMESPACE = 'urn:simlens:1'

/** The name of the file that is embedded in a PDF. */
export const ENVELOPE_FILE = 'simlens.json.zz'

/** A text in UTF-8 that is kept packed and is unpacked each time it is read. */
export interface PackedText {
  /** Size of the unpacked text in bytes. */
  readonly size: number
  stream(): AsyncIterable<Uint8Array<ArrayBuffer>>
}

/** The content of an envelope. */
export interface Envelope {
  /** The tensor as canonical JSON. */
  readonly tensor: PackedText
  /** The view as a parsed JSON value, not validated. */
  readonly view: unknown
}

/** Bytes of text that are hashed and compressed in one step. */
const PIECE = 1 << 16

/** The most bytes that the view can take at the end of the envelope. */
const TAIL = 1 << 18
const BEFORE_VIEW = ',"view":'

const encoder = new TextEncoder()

const HEAD = /^\{"simlens":(\d+),(?:"sha256":"([\da-f]{64})","tensor":)?/
const HEAD_BYTES = 128

/**
 * Returns the zlib bytes that a figure carries. They hold `{"simlens":1,"sha256":…,"tensor":…,"view":…}`, where the
 * hash is that of the tensor's text. `pieces` is the tensor's canonical JSON, `view` the JSON of a view.
 */
export async function packEnvelope(pieces: Iterable<string>, view: string): Promise<Uint8Array> {
  const hash = sha256.create()
  return deflatedBehind(
    () => encoder.encode(headOf(bytesToHex(hash.digest()))),
    bodyOf(pieces, view, hash),
  )
}

function headOf(checksum: string): string {
  return `{"simlens":${ENVELOPE_VERSION},"sha256":"${checksum}","tensor":`
}

function* bodyOf(
  pieces: Iterable<string>,
  view: string,
  hash: Pick<ReturnType<typeof sha256.create>, 'update'>,
): Generator<Uint8Array<ArrayBuffer>> {
  let waiting: Uint8Array[] = []
  let length = 0
  for (const piece of pieces) {
    const bytes = encoder.encode(piece)
    hash.update(bytes)
    waiting.push(bytes)
    length += bytes.length
    if (length < PIECE) continue
    yield concatBytes(waiting)
    waiting = []
    length = 0
  }
  yield concatBytes([...waiting, encoder.encode(`${BEFORE_VIEW}${view}}`)])
}

/**
 * Returns the content of an envelope that `packEnvelope` wrote. Throws EnvelopeError if it is damaged or of a later
 * version. `onUnpacked` is called with the number of bytes that it has unpacked to so far, and may throw.
 */
export async function unpackEnvelope(
  bytes: Uint8Array<ArrayBuffer>,
  onUnpacked?: (byteCount: number) => void,
): Promise<Envelope> {
  const { start, tail, size } = await endsOf(bytes, onUnpacked)
  const [head = '', version, checksum] = HEAD.exec(new TextDecoder().decode(start)) ?? []
  if (Number(version) > ENVELOPE_VERSION) throw new EnvelopeError('later', Number(version))
  // Latin-1 has one character for each byte, so that an index into the text is an index into the bytes.
  const viewStart = new TextDecoder('latin1').decode(tail).lastIndexOf(BEFORE_VIEW)
  const tensorEnd = size - tail.length + viewStart
  if (checksum === undefined || viewStart < 0 || tensorEnd < head.length) {
    throw new EnvelopeError('damaged')
  }
  const stream = (): AsyncGenerator<Uint8Array<ArrayBuffer>> =>
    partOf(inflated(bytes, 'deflate'), head.length, tensorEnd)
  const hash = sha256.create()
  for await (const chunk of stream()) hash.update(chunk)
  if (bytesToHex(hash.digest()) !== checksum) throw new EnvelopeError('damaged')
  const viewText = new TextDecoder().decode(tail.subarray(viewStart + BEFORE_VIEW.length))
  const view = jsonOf(viewText.slice(0, -1))
  return { tensor: { size: tensorEnd - head.length, stream }, view }
}

interface Ends {
  /** The first `HEAD_BYTES` bytes or more; all bytes if there are fewer. */
  readonly start: Uint8Array
  /** The last `TAIL` bytes or more; all bytes if there are fewer. */
  readonly tail: Uint8Array
  /** Size of the whole text in bytes. */
  readonly size: number
}

async function endsOf(
  packed: Uint8Array<ArrayBuffer>,
  onUnpacked?: (byteCount: number) => void,
): Promise<Ends> {
  let start: Uint8Array = new Uint8Array(0)
  const last: Uint8Array[] = []
  let lastLength = 0
  let size = 0
  for await (const chunk of unpackedChunks(packed)) {
    if (start.length < HEAD_BYTES) start = concatBytes([start, chunk])
    size += chunk.length
    onUnpacked?.(size)
    last.push(chunk)
    lastLength += chunk.length
    while (lastLength - (last[0]?.length ?? 0) >= TAIL) lastLength -= last.shift()?.length ?? 0
  }
  return { start, tail: concatBytes(last), size }
}

async function* unpackedChunks(
  packed: Uint8Array<ArrayBuffer>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  try {
    yield* inflated(packed, 'deflate')
  } catch (cause) {
    throw new EnvelopeError('damaged', undefined, { cause })
  }
}

/** Yields the bytes from `start` up to `end` (exclusive) in chunks. It does not read the bytes after `end`. */
async function* partOf(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let at = 0
  for await (const chunk of chunks) {
    const part = chunk.subarray(Math.max(start - at, 0), Math.max(end - at, 0))
    if (part.length > 0) yield part
    at += chunk.length
    if (at >= end) return
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new EnvelopeError('damaged', undefined, { cause })
  }
}

/** `damaged`: bytes are missing or changed. `later`: a later version of SimLens wrote the envelope. */
type EnvelopeFault = 'damaged' | 'later'

/** The error of an envelope that cannot be read. */
export class EnvelopeError extends Error {
  readonly tag = 'envelope'
  readonly fault: EnvelopeFault
  /** Version of the envelope, if the fault is `later`; otherwise undefined. */
  readonly version: number | undefined

  constructor(fault: EnvelopeFault, version?: number, options?: ErrorOptions) {
    super(`the envelope is ${fault === 'later' ? `of version ${version}` : 'damaged'}`, options)
    this.name = 'EnvelopeError'
    this.fault = fault
    this.version = version
  }
}
