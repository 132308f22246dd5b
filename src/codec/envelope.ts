import { concatBytes } from './concatBytes'
import { EnvelopeError } from './EnvelopeError'
import { Sha256 } from './Sha256'

/** Version of the envelope that is written here, and the latest that can be read. */
export const ENVELOPE_VERSION = 1

/** Keyword of a PNG's text chunk, and id of an HTML page's script element. */
export const ENVELOPE_KEYWORD = 'simlens'

/** Namespace of an SVG's element. */
export const ENVELOPE_NAMESPACE = 'urn:simlens:1'

/** What the envelope holds, unpacked. */
export interface Envelope {
  /** Canonical JSON in UTF-8. */
  readonly tensor: Blob
  /** Plain JSON, unchecked. */
  readonly view: unknown
}

/** Bytes to hash without letting go. */
const PIECE = 1 << 20

/** The view is the last thing in the envelope, and no longer than this. */
const TAIL = 1 << 18
const BEFORE_VIEW = ',"view":'

const HEAD = /^\{"simlens":(\d+),(?:"sha256":"([\da-f]{64})","tensor":)?/
const HEAD_BYTES = 128

/**
 * A tensor's canonical JSON, in pieces, and the JSON of a view as the zlib bytes that a figure carries: of
 * `{"simlens":1,"sha256":…,"tensor":…,"view":…}`, where the hash is that of the tensor's text.
 */
export async function packEnvelope(pieces: Iterable<string>, view: string): Promise<Uint8Array> {
  const hash = new Sha256()
  const encoder = new TextEncoder()
  const parts: Blob[] = []
  let waiting: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for (const piece of pieces) {
    const bytes = encoder.encode(piece)
    hash.update(bytes)
    waiting.push(bytes)
    length += bytes.length
    if (length < PIECE) continue
    // The browser takes the text over, so that it need not all be held here.
    parts.push(new Blob([concatBytes(waiting)]))
    waiting = []
    length = 0
  }
  const head = `{"simlens":${ENVELOPE_VERSION},"sha256":"${hash.finish()}","tensor":`
  const text = new Blob([head, ...parts, ...waiting, `${BEFORE_VIEW}${view}}`])
  const packed = text.stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

/** Undoes `packEnvelope`. Throws `EnvelopeError`. */
export async function unpackEnvelope(bytes: Uint8Array<ArrayBuffer>): Promise<Envelope> {
  const text = await inflated(bytes)
  const [head = '', version, sha256] = HEAD.exec(await text.slice(0, HEAD_BYTES).text()) ?? []
  if (Number(version) > ENVELOPE_VERSION) throw new EnvelopeError('later', Number(version))
  const tailStart = Math.max(text.size - TAIL, head.length)
  const tail = new Uint8Array(await text.slice(tailStart).arrayBuffer())
  // A character for each byte, so that its place is the byte's.
  const viewStart = new TextDecoder('latin1').decode(tail).lastIndexOf(BEFORE_VIEW)
  if (sha256 === undefined || viewStart < 0) throw new EnvelopeError('damaged')
  const tensor = text.slice(head.length, tailStart + viewStart)
  if ((await hashOf(tensor)) !== sha256) throw new EnvelopeError('damaged')
  const viewText = new TextDecoder().decode(tail.subarray(viewStart + BEFORE_VIEW.length))
  return { tensor, view: jsonOf(viewText.slice(0, -1)) }
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))
    return await new Response(stream).blob()
  } catch (cause) {
    throw new EnvelopeError('damaged', undefined, { cause })
  }
}

async function hashOf(blob: Blob): Promise<string> {
  const hash = new Sha256()
  for (let at = 0; at < blob.size; at += PIECE) {
    // oxlint-disable-next-line no-await-in-loop -- a hash is made from the first byte to the last
    hash.update(new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer()))
  }
  return hash.finish()
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new EnvelopeError('damaged', undefined, { cause })
  }
}
