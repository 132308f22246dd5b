import { type Chunk } from '../../../src/formats/source/ByteSource'

type Part = string | ArrayLike<number>

/** Bytes one after the other; texts as Latin-1. */
export function bytesOf(...parts: readonly Part[]): Chunk {
  const list = parts.map((part) =>
    typeof part === 'string'
      ? Uint8Array.from(part, (one) => one.charCodeAt(0))
      : Uint8Array.from(part),
  )
  return new Uint8Array(Buffer.concat(list))
}

export function u16(value: number): number[] {
  return [value & 255, (value >> 8) & 255]
}

export function u32(value: number): number[] {
  return [...u16(value), ...u16(value >>> 16)]
}

/** A .npy file of a header as it stands. */
export function npyBytes(header: string, data: Part = []): Chunk {
  return bytesOf('\x93NUMPY\x01\0', u16(header.length), header, data)
}

/** A safetensors file of a header as it stands, without data. */
export function safetensorsBytes(header: string, length = header.length): Chunk {
  return bytesOf(u32(length), u32(0), header)
}

export interface ZipOptions {
  readonly method?: number
  /** What is said to be unpacked. */
  readonly size?: number
  /** How often the file is listed. */
  readonly count?: number
}

/** An archive of one file. */
export function zipBytes(name: string, data: Chunk, options: ZipOptions = {}): Chunk {
  const { method = 0, size = data.length, count = 1 } = options
  const form = [...u16(0), ...u16(method), ...u32(0), ...u32(0), ...u32(data.length), ...u32(size)]
  const local = bytesOf('PK\x03\x04', u16(20), form, u16(name.length), u16(0), name, data)
  const lengths = [...u16(name.length), ...u16(0), ...u16(0)]
  const entry = bytesOf('PK\x01\x02', u16(20), u16(20), form, lengths, Array(12).fill(0), name)
  const directory = bytesOf(...Array.from({ length: count }, () => entry))
  const counts = [...u32(0), ...u16(count), ...u16(count)]
  const end = bytesOf('PK\x05\x06', counts, u32(directory.length), u32(local.length), u16(0))
  return bytesOf(local, directory, end)
}
