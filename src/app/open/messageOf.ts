import { valueJson } from '../../formats/canonical/canonicalJson'
import { type JsonValue } from '../../tensor/Tensor'
import { parseView, type ViewProblem } from '../../tensor/View'
import { type NamedBlob } from './useLoader'

/**
 * A message from another page: a ping, a tensor to open, a tensor that is refused, or a message that is not for this
 * page.
 */
export type PageMessage =
  | { readonly kind: 'ping' }
  | { readonly kind: 'tensor'; readonly file: NamedBlob; readonly problems: readonly ViewProblem[] }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'other' }

/**
 * Returns the meaning of `PING` or of `{ simlens: { buffer | tensor, title?, view? } }`. Any other message is of kind
 * `other`. `buffer` has the bytes of a file that could be dropped here; `tensor` is an object of the canonical format
 * or nested arrays.
 */
export function messageOf(data: unknown): PageMessage {
  if (data === 'PING') return { kind: 'ping' }
  if (typeof data !== 'object' || data === null || !('simlens' in data)) return { kind: 'other' }
  const content: unknown = data.simlens
  if (typeof content !== 'object' || content === null) return refused('it is not an object')
  try {
    return tensorMessage({ ...content })
  } catch {
    return refused('its tensor cannot be written as JSON')
  }
}

function tensorMessage({
  buffer,
  tensor,
  title,
  view,
}: Readonly<Record<string, unknown>>): PageMessage {
  const blob = buffer === undefined ? blobOfTensor(tensor) : blobOfBuffer(buffer)
  if (blob === undefined) return refused('it has neither a buffer of bytes nor a tensor')
  const { settings, problems } = parseView(view)
  const name = typeof title === 'string' && title !== '' ? title.slice(0, 200) : 'message'
  return { kind: 'tensor', file: { name, blob, ...(view !== undefined && { settings }) }, problems }
}

function refused(reason: string): PageMessage {
  return { kind: 'refused', reason }
}

function blobOfBuffer(buffer: unknown): Blob | undefined {
  if (buffer instanceof Blob) return buffer
  return buffer instanceof ArrayBuffer || buffer instanceof Uint8Array
    ? new Blob([new Uint8Array(buffer)])
    : undefined
}

function blobOfTensor(tensor: unknown): Blob | undefined {
  if (typeof tensor !== 'object' || tensor === null) return undefined
  return new Blob([valueJson(jsonValueOf(tensor))])
}

/**
 * Returns a value with all parts that JSON supports. Typed arrays of floats become arrays; other values that JSON lacks
 * become null. Throws RangeError if the value contains itself.
 */
function jsonValueOf(value: unknown): JsonValue {
  if (value instanceof Float64Array || value instanceof Float32Array) return [...value]
  if (Array.isArray(value)) return value.map(jsonValueOf)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, entry]) =>
        entry === undefined ? [] : [[key, jsonValueOf(entry)]],
      ),
    )
  }
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
    ? value
    : null
}
