import { inflated, MAX_RATIO } from '../../codec/deflated'
import { type Chunk } from '../source/ByteSource'
import { damaged, unreadable } from '../source/unreadable'

/** A file in a zip archive. */
export interface ZipEntry {
  /** Name with its folders: `cos.npy`, `model/data.pkl`. */
  readonly name: string
  /** Compression method: 0 for stored, 8 for deflated, −1 if the entry is encrypted. */
  readonly method: number
  /** Number of unpacked bytes, according to the archive. */
  readonly size: number
  /** The packed bytes in the archive. */
  readonly packed: Chunk
}

/** Signatures of https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, little-endian. */
const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const MAX_COMMENT = 0xffff

const decoder = new TextDecoder()

/** Whether the bytes are the beginning of a zip archive with at least one file. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4
}

/** Returns the files that the directory at the end of an archive lists. Throws TensorError (shape). */
export function zipEntries(bytes: Chunk): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const isAt = (at: number, signature: number, byteCount: number): boolean =>
    at >= 0 && at + byteCount <= bytes.length && view.getUint32(at, true) === signature
  let end = bytes.length - END_BYTES
  while (end > bytes.length - END_BYTES - MAX_COMMENT && !isAt(end, END, END_BYTES)) end--
  if (!isAt(end, END, END_BYTES)) throw damaged('The zip archive has no end.', bytes.length)
  let at = view.getUint32(end + 16, true)
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    const lengthAt = (offset: number): number => view.getUint16(at + offset, true)
    const local = isAt(at, ENTRY, ENTRY_BYTES) ? view.getUint32(at + 42, true) : -1
    if (!isAt(local, LOCAL, LOCAL_BYTES)) throw damaged('The zip archive is broken.', at)
    const start =
      local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const nameByte = at + ENTRY_BYTES
    const entry = {
      name: decoder.decode(bytes.subarray(nameByte, nameByte + lengthAt(28))),
      method: lengthAt(8) % 2 === 1 ? -1 : lengthAt(10),
      size: view.getUint32(at + 24, true),
      packed: bytes.subarray(start, start + view.getUint32(at + 20, true)),
    }
    at = nameByte + lengthAt(28) + lengthAt(30) + lengthAt(32)
    return entry
  })
}

const STORED = 0
const DEFLATED = 8

/**
 * Returns the bytes of an entry, at most as many as its size in the archive. Throws TensorError (shape, unsupported).
 */
export async function unpackedEntry({ name, method, size, packed }: ZipEntry): Promise<Uint8Array> {
  if (method === STORED) return packed
  if (method !== DEFLATED) {
    throw unreadable(
      `“${name}” in the zip archive is encrypted, or packed by a method that browsers do not have.`,
      'Unpack it and open the file inside.',
    )
  }
  const bytes = new Uint8Array(Math.min(size, packed.length * MAX_RATIO))
  let length = 0
  try {
    for await (const chunk of inflated(packed, 'deflate-raw')) {
      // Throws RangeError if the chunk does not fit.
      bytes.set(chunk, length)
      length += chunk.length
    }
  } catch (error) {
    throw damaged(`“${name}” in the zip archive could not be unpacked (${String(error)}).`)
  }
  return bytes.subarray(0, length)
}
