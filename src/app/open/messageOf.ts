import { valueJson } from '../../formats/canonical/valueJson'
import { type JsonValue } from '../../tensor/Tensor'
import { parseView, type ViewProblem } from '../../tensor/View'
import { type NamedBlob } from './useLoader'

/** A message of another page: the question whether this one is there, a tensor to open, or neither. */
export type PageMessage =
  | { readonly kind: 'ping' }
  | { readonly kind: 'tensor'; readonly file: NamedBlob; readonly problems: readonly ViewProblem[] }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'other' }

/**
 * Reads `PING` or `{ simlens: { buffer | tensor, title?, view? } }`; what is neither is somebody else's. `buffer` is
 * the bytes of a file that could be dropped here, `tensor` an object of the canonical format or nested arrays.
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

/** Of what a message can hold, what JSON can: typed arrays are arrays. Throws RangeError for a circle. */
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
