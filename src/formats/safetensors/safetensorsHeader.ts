import { damagedFile } from '../arrays/damagedFile'

/** A tensor that a safetensors header announces. */
export interface Announced {
  readonly name: string
  /** As the file calls it: `F32`. */
  readonly dtype: string
  readonly shape: readonly number[]
  /** Bytes from the end of the header. */
  readonly start: number
  readonly end: number
}

export interface SafetensorsHeader {
  readonly tensors: readonly Announced[]
  /** The texts of `__metadata__`. */
  readonly metadata: readonly (readonly [key: string, text: string])[]
  /** Byte at which the data begins. */
  readonly dataByte: number
}

/** Bytes of the header's length. */
export const LENGTH_BYTES = 8

/** The longest header that the format allows, in bytes. */
const MAX_BYTES = 100e6

/** Bytes of the header, where these may be the first of a safetensors file; NaN where they cannot. */
export function headerBytesOf(head: Uint8Array): number {
  if (head.length <= LENGTH_BYTES || head[LENGTH_BYTES] !== 0x7b) return NaN
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const length = view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32
  return length >= 2 && length <= MAX_BYTES ? length : NaN
}

/** Reads the header (https://github.com/huggingface/safetensors#format). Throws `TensorError` (shape). */
export function safetensorsHeader(bytes: Uint8Array): SafetensorsHeader {
  const dataByte = LENGTH_BYTES + headerBytesOf(bytes)
  if (!(dataByte <= bytes.length)) {
    throw damagedFile('The safetensors file ends in its header.', bytes.length)
  }
  const entries = entriesOf(parsed(bytes.subarray(LENGTH_BYTES, dataByte)))
  return {
    tensors: entries
      .filter(([name]) => name !== '__metadata__')
      .map(([name, value]) => announced(name, value)),
    metadata: entries
      .filter(([name]) => name === '__metadata__')
      .flatMap(([, value]) => entriesOf(value))
      .flatMap(([key, text]) => (typeof text === 'string' ? [[key, text] as const] : [])),
    dataByte,
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    throw damagedFile(
      `The header of the safetensors file is no JSON (${String(error)}).`,
      LENGTH_BYTES,
    )
  }
}

function announced(name: string, value: unknown): Announced {
  const { dtype, shape, data_offsets: offsets } = Object.fromEntries(entriesOf(value))
  const [start, end] = numbersOf(offsets)
  if (
    typeof dtype !== 'string' ||
    !Array.isArray(shape) ||
    start === undefined ||
    end === undefined
  ) {
    throw damagedFile(
      `The safetensors header says too little of “${name.slice(0, 80)}”.`,
      LENGTH_BYTES,
    )
  }
  return { name, dtype, shape: numbersOf(shape), start, end }
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function numbersOf(value: unknown): number[] {
  return Array.isArray(value) ? value.map(Number) : []
}
