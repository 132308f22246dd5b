import { valueJson } from '../../formats/canonical/canonicalJson'
import { type Sliced } from '../../analysis/Sliced'
import { TensorError } from '../../tensor/TensorError'
import { parseView, type ViewProblem } from '../../tensor/View'
import { inSlices } from '../../worker/inSlices'
import { type Openable } from './openFiles'

/** The parts of a message that opens a tensor, as they arrived. Nothing in them is read before the reader allows it. */
export interface MessageContent {
  readonly buffer?: unknown
  readonly tensor?: unknown
  readonly title?: unknown
  readonly view?: unknown
}

/**
 * A message from another page: a ping, a tensor to open, a tensor that is refused, or a message that is not for this
 * page.
 */
export type PageMessage =
  | { readonly kind: 'ping' }
  | { readonly kind: 'tensor'; readonly content: MessageContent }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'other' }

/**
 * Returns the meaning of `PING` or of `{ simlens: { buffer | tensor, title?, view? } }`. Any other message is of kind
 * `other`. `buffer` has the bytes of a file that could be dropped here; `tensor` is an object of the canonical format
 * or nested arrays. Only the envelope is looked at, so the time does not depend on the size of the message.
 */
export function messageOf(data: unknown): PageMessage {
  if (data === 'PING') return { kind: 'ping' }
  if (typeof data !== 'object' || data === null || !('simlens' in data)) return { kind: 'other' }
  const content: unknown = data.simlens
  if (typeof content !== 'object' || content === null) return refused('it is not an object')
  const { buffer, tensor } = partsOf(content)
  const isUsable = buffer === undefined ? isObject(tensor) : isBytes(buffer)
  if (!isUsable) return refused('it has neither a buffer of bytes nor a tensor')
  return { kind: 'tensor', content: partsOf(content) }
}

/** Returns the file of a message and the parts of its view that cannot be used. Its tensor is written when it is opened. */
export function fileOfMessage({ buffer, tensor, title, view }: MessageContent): {
  readonly file: Openable
  readonly problems: readonly ViewProblem[]
} {
  const { settings, problems } = parseView(view)
  const name = typeof title === 'string' && title !== '' ? title.slice(0, 200) : 'message'
  const named = { name, ...(view !== undefined && { settings }) }
  const file = isBytes(buffer)
    ? { ...named, blob: buffer instanceof Blob ? buffer : new Blob([new Uint8Array(buffer)]) }
    : { ...named, fetch: (signal: AbortSignal) => inSlices(jsonBlob(tensor), signal) }
  return { file, problems }
}

function partsOf(content: object): MessageContent {
  const partAt = (key: keyof MessageContent): unknown => Reflect.get(content, key)
  return {
    buffer: partAt('buffer'),
    tensor: partAt('tensor'),
    title: partAt('title'),
    view: partAt('view'),
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isBytes(buffer: unknown): buffer is Blob | ArrayBuffer | Uint8Array {
  return buffer instanceof Blob || buffer instanceof ArrayBuffer || buffer instanceof Uint8Array
}

function refused(reason: string): PageMessage {
  return { kind: 'refused', reason }
}

/** Characters of JSON that are put into the blob at once. */
const PIECE = 1 << 18

/** Most characters of JSON that are written. Objects that occur several times can make the text very much longer. */
const MAX_TEXT = 1 << 29

/** Deepest nesting of a tensor. Readers of JSON accept no deeper one. */
const MAX_DEPTH = 512

/**
 * Returns the JSON of a value with all parts that JSON supports. Typed arrays of floats become arrays; other values that
 * JSON lacks become null. Throws `TensorError` (read) if the value contains itself or is too long.
 */
function* jsonBlob(value: unknown): Sliced<Blob> {
  const parts: Blob[] = []
  let text = ''
  for (const piece of jsonPieces(value)) {
    text += piece
    if (text.length < PIECE) continue
    parts.push(new Blob([text]))
    text = ''
    if (parts.length > MAX_TEXT / PIECE) throw unwritable('is longer than 500 MB as JSON')
    yield
  }
  return new Blob([...parts, text])
}

function* jsonPieces(value: unknown, depth = 0): Generator<string> {
  if (depth > MAX_DEPTH) throw unwritable('is nested too deeply, or contains itself')
  if (!isObject(value)) yield plainJson(value)
  else if (isList(value)) yield* listPieces(value, depth)
  else {
    let start = '{ '
    for (const [key, entry] of Object.entries(value)) {
      if (entry === undefined) continue
      yield `${start}${JSON.stringify(key)}: `
      yield* jsonPieces(entry, depth + 1)
      start = ', '
    }
    yield start === '{ ' ? '{}' : ' }'
  }
}

function* listPieces(items: ArrayLike<unknown>, depth: number): Generator<string> {
  yield '['
  for (let i = 0; i < items.length; i++) {
    if (i > 0) yield ', '
    yield* jsonPieces(items[i], depth + 1)
  }
  yield ']'
}

function isList(value: object): value is ArrayLike<unknown> {
  return Array.isArray(value) || value instanceof Float64Array || value instanceof Float32Array
}

function plainJson(value: unknown): string {
  const hasForm =
    typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
  return valueJson(hasForm ? value : null)
}

function unwritable(clause: string): TensorError {
  return new TensorError({
    tag: 'read',
    message: `The tensor in the message ${clause}.`,
    advice: 'Send the bytes of a file instead, as buffer.',
  })
}
