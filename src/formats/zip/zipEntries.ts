import { inflated, MAX_RATIO } from '../../codec/deflated'
import { type Budget } from '../source/Budget'
import { checkDisjoint, type BytePlace } from '../source/BytePlace'
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
  /** The packed bytes in the archive, and their place in it. */
  readonly packed: Chunk
  readonly place: BytePlace
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
    if (!isAt(local, LOCAL, LOCAL_BYTES)) {
      throw damaged('The zip archive is broken.', Math.min(at, bytes.length))
    }
    const start =
      local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const nameByte = at + ENTRY_BYTES
    const name = decoder.decode(bytes.subarray(nameByte, nameByte + lengthAt(28)))
    const packedEnd = start + view.getUint32(at + 20, true)
    const entry = {
      name,
      method: lengthAt(8) % 2 === 1 ? -1 : lengthAt(10),
      size: view.getUint32(at + 24, true),
      packed: bytes.subarray(start, packedEnd),
      place: { name, start, end: packedEnd },
    }
    at = nameByte + lengthAt(28) + lengthAt(30) + lengthAt(32)
    return entry
  })
}

const STORED = 0
const DEFLATED = 8

/**
 * Returns the number of bytes that an entry has when it is unpacked. Throws TensorError (shape, unsupported) if it
 * cannot be unpacked, or not to as many bytes as the archive announces.
 */
function sizeOf({ name, method, size, packed, place }: ZipEntry): number {
  if (method !== STORED && method !== DEFLATED) {
    throw unreadable(
      `“${name}” in the zip archive is encrypted, or packed by a method that browsers do not have.`,
      'Unpack it and open the file inside.',
    )
  }
  const mostBytes = packed.length * (method === STORED ? 1 : MAX_RATIO)
  const leastBytes = method === STORED ? packed.length : 0
  if (packed.length === place.end - place.start && size <= mostBytes && size >= leastBytes) {
    return size
  }
  throw damaged(
    `“${name}” in the zip archive cannot have the ${size} bytes that the archive announces: ${packed.length} packed bytes are there.`,
  )
}

/**
 * Yields the bytes of entries one after the other, in the order of the entries. Their sizes are added to the budget
 * before the first one is unpacked. Throws TensorError (shape, unsupported, too-large).
 */
export async function* unpackedEntries(
  entries: readonly ZipEntry[],
  budget: Budget,
): AsyncGenerator<Uint8Array> {
  checkDisjoint(entries.map(({ place }) => place))
  for (const entry of entries) budget.keep(sizeOf(entry))
  for (const entry of entries) yield entry.method === STORED ? entry.packed : unpacked(entry)
}

async function unpacked({ name, size, packed }: ZipEntry): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  let length = 0
  try {
    for await (const chunk of inflated(packed, 'deflate-raw')) {
      length += chunk.length
      if (length > size) break
      bytes.set(chunk, length - chunk.length)
    }
  } catch (error) {
    throw damaged(`“${name}” in the zip archive could not be unpacked (${String(error)}).`)
  }
  if (length === size) return bytes
  throw damaged(
    `“${name}” in the zip archive has ${length} bytes${length > size ? ' or more' : ''}, but the archive announces ${size}.`,
  )
}
