import { Gunzip } from 'fflate'
import { concatBytes } from './concatBytes'
import { crc32 } from './pngChunk'

type Bytes = Uint8Array<ArrayBuffer>

/** Length of the end of the bytes read that is kept, in bytes: longer than the header of any gzip member. */
const KEPT = 1 << 17

/**
 * Yields the content of gzip data (RFC 1952) of any number of members. It takes a few times longer than the platform's
 * stream, which in no browser reads more than one member, and in WebKit none with flush points. Throws Error if the
 * bytes are damaged or cut off.
 */
export async function* gunzipMembers(
  pieces: AsyncIterable<Bytes> | Iterable<Bytes>,
): AsyncGenerator<Bytes> {
  let chunks: Bytes[] = []
  let checked = { crc: 0, size: 0 }
  let [kept, end] = [new Uint8Array(0), 0]
  const checkMember = (memberEnd: number): void => {
    const { buffer, byteLength } = kept
    const trailer = new DataView(buffer, byteLength - (end - memberEnd) - 8, 8)
    const isWhole = trailer.getUint32(0, true) === checked.crc
    if (!isWhole || trailer.getUint32(4, true) !== checked.size % 2 ** 32) {
      throw new Error('the sum of its bytes is wrong')
    }
    checked = { crc: 0, size: 0 }
  }
  const stream = new Gunzip((chunk) => {
    chunks.push(chunk.slice())
    checked = { crc: crc32(chunk, checked.crc), size: checked.size + chunk.length }
  })
  stream.onmember = checkMember
  for await (const piece of pieces) {
    kept = concatBytes([kept.subarray(-KEPT), piece])
    end += piece.length
    stream.push(piece)
    yield* chunks
    chunks = []
  }
  stream.push(new Uint8Array(0), true)
  checkMember(end)
  yield* chunks
}
