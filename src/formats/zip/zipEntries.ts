import { damagedFile } from '../arrays/damagedFile'
import { unreadable } from '../arrays/unreadable'
import { type Chunk } from '../ByteSource'

/** A file in a zip archive. */
export interface ZipEntry {
  /** With its folders: `cos.npy`, `model/data.pkl`. */
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  /** Bytes in the archive, and unpacked. */
  readonly packedSize: number
  readonly size: number
  /** Byte of its local header. */
  readonly headerByte: number
}

/** Signatures of https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, little-endian. */
const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const MAX_COMMENT = 0xffff

/** Stands where a number is kept in 64 bits elsewhere. */
const ZIP64 = 0xffffffff

const decoder = new TextDecoder()

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4
}

/** The files that the directory at the end of an archive lists. Throws `TensorError` (shape, unsupported). */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY) {
      throw damagedFile('The directory of the zip archive is broken.', at)
    }
    const nameLength = view.getUint16(at + 28, true)
    const nameByte = at + ENTRY_BYTES
    entries.push({
      name: decoder.decode(bytes.subarray(nameByte, nameByte + nameLength)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerByte: view.getUint32(at + 42, true),
    })
    at = nameByte + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    if (view.getUint32(at, true) !== END) continue
    if (view.getUint16(at + 10, true) === 0xffff || view.getUint32(at + 16, true) === ZIP64) {
      throw unreadable(
        'The zip archive is of the kind for more than 4 GB or 65,535 files (zip64).',
        'Save fewer or smaller arrays in it.',
      )
    }
    return at
  }
  throw damagedFile('The zip archive has no directory at its end.', view.byteLength)
}

/** The bytes of an entry as they stand in the archive. Throws `TensorError` (shape). */
export function packedBytes(bytes: Chunk, { name, headerByte, packedSize }: ZipEntry): Chunk {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (headerByte + LOCAL_BYTES <= bytes.length && view.getUint32(headerByte, true) === LOCAL) {
    const lengths = view.getUint16(headerByte + 26, true) + view.getUint16(headerByte + 28, true)
    const start = headerByte + LOCAL_BYTES + lengths
    if (start + packedSize <= bytes.length) return bytes.subarray(start, start + packedSize)
  }
  throw damagedFile(`“${name}” in the zip archive is cut off.`, headerByte)
}
