import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { concatBytes } from './concatBytes'
import { deflatedBehind } from './deflatedBehind'
import { EnvelopeError } from './EnvelopeError'
import { inflated } from './deflate'

/** Version of the envelope that is written here, and the latest that can be read. */
export const ENVELOPE_VERSION = 1

/** Keyword of a PNG's text chunk, and id of an HTML page's script element. */
export const ENVELOPE_KEYWORD = 'simlens'

/** Namespace of an SVG's element. */
export const ENVELOPE_NAMESPACE = 'urn:simlens:1'

/** A text in UTF-8 that is unpacked again whenever it is read. */
export interface PackedText {
  /** In bytes, unpacked. */
  readonly size: number
  stream(): AsyncIterable<Uint8Array<ArrayBuffer>>
}

/** What the envelope holds. */
export interface Envelope {
  /** Canonical JSON. */
  readonly tensor: PackedText
  /** Plain JSON, unchecked. */
  readonly view: unknown
}

/** Bytes of text that are hashed and compressed at once. */
const PIECE = 1 << 16

/** The view is the last thing in the envelope, and no longer than this. */
const TAIL = 1 << 18
const BEFORE_VIEW = ',"view":'

const encoder = new TextEncoder()

const HEAD = /^\{"simlens":(\d+),(?:"sha256":"([\da-f]{64})","tensor":)?/
const HEAD_BYTES = 128

/**
 * A tensor's canonical JSON, in pieces, and the JSON of a view as the zlib bytes that a figure carries: of
 * `{"simlens":1,"sha256":…,"tensor":…,"view":…}`, where the hash is that of the tensor's text.
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

/** Undoes `packEnvelope`. Throws `EnvelopeError`. */
export async function unpackEnvelope(bytes: Uint8Array<ArrayBuffer>): Promise<Envelope> {
  const { start, tail, size } = await endsOf(bytes)
  const [head = '', version, checksum] = HEAD.exec(new TextDecoder().decode(start)) ?? []
  if (Number(version) > ENVELOPE_VERSION) throw new EnvelopeError('later', Number(version))
  // A character for each byte, so that its place is the byte's.
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
  /** At least the first `HEAD_BYTES`, or all. */
  readonly start: Uint8Array
  /** At least the last `TAIL` bytes, or all. */
  readonly tail: Uint8Array
  /** Of the whole text, in bytes. */
  readonly size: number
}

async function endsOf(packed: Uint8Array<ArrayBuffer>): Promise<Ends> {
  let start: Uint8Array = new Uint8Array(0)
  const last: Uint8Array[] = []
  let lastLength = 0
  let size = 0
  try {
    for await (const chunk of inflated(packed, 'deflate')) {
      if (start.length < HEAD_BYTES) start = concatBytes([start, chunk])
      size += chunk.length
      last.push(chunk)
      lastLength += chunk.length
      while (lastLength - (last[0]?.length ?? 0) >= TAIL) lastLength -= last.shift()?.length ?? 0
    }
  } catch (cause) {
    throw new EnvelopeError('damaged', undefined, { cause })
  }
  return { start, tail: concatBytes(last), size }
}

/** The chunks of the bytes from `start` up to, but not including, `end`; what is behind them is not read. */
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
