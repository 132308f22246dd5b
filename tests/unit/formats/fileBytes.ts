import { type Chunk } from '../../../src/formats/source/ByteSource'

type Part = string | ArrayLike<number>

/** Bytes one after the other; texts as Latin-1. */
export function bytesOf(...parts: readonly Part[]): Chunk {
  const list = parts.map((part) => {
    if (typeof part === 'string') return Buffer.from(part, 'latin1')
    return part instanceof Uint8Array ? part : Uint8Array.from(part)
  })
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
  /** The method that is stated. */
  readonly method?: number
  /** What is said to be unpacked. */
  readonly size?: number
  /** What is said to be packed. */
  readonly packedSize?: number
  /** How often the file is listed. */
  readonly count?: number
}

interface ZipFile extends ZipOptions {
  readonly name: string
  readonly data: Chunk
}

/** An archive of one file. */
export function zipBytes(name: string, data: Chunk, options: ZipOptions = {}): Chunk {
  return archiveBytes([{ name, data, ...options }])
}

/** An archive of several files. */
export function archiveBytes(files: readonly ZipFile[]): Chunk {
  const locals: Chunk[] = []
  const entries: Chunk[] = []
  let at = 0
  for (const { name, data, method = 0, count = 1, ...sizes } of files) {
    const { size = data.length, packedSize = data.length } = sizes
    const form = [...u16(0), ...u16(method), ...u32(0), ...u32(0), ...u32(packedSize), ...u32(size)]
    const local = bytesOf('PK\x03\x04', u16(20), form, u16(name.length), u16(0), name, data)
    const lengths = [...u16(name.length), ...u16(0), ...u16(0)]
    const places = [...Array<number>(8).fill(0), ...u32(at)]
    const entry = bytesOf('PK\x01\x02', u16(20), u16(20), form, lengths, places, name)
    for (let i = 0; i < count; i++) entries.push(entry)
    locals.push(local)
    at += local.length
  }
  const directory = bytesOf(...entries)
  const counts = [...u32(0), ...u16(entries.length), ...u16(entries.length)]
  const end = bytesOf('PK\x05\x06', counts, u32(directory.length), u32(at), u16(0))
  return bytesOf(...locals, directory, end)
}
