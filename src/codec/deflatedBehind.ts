import { Adler32 } from './Adler32'
import { concatBytes } from './concatBytes'
import { deflated } from './deflated'

/** The first bytes of zlib data (RFC 1950): deflate with a window of 32 KiB, at the default level. */
const ZLIB_START = Uint8Array.of(0x78, 0x9c)

/** The most bytes that a stored block can hold (RFC 1951, 3.2.4). */
const MAX_STORED = 0xffff

/**
 * Returns zlib data of a head and a body, where the head can be made only after the whole body has been read. The head,
 * of at most 65,535 bytes, becomes a stored block. The body is compressed as it arrives, so that it is never held in
 * memory as a whole.
 */
export async function deflatedBehind(
  headOf: () => Uint8Array,
  body: Iterable<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const bodySum = new Adler32()
  const packedBody = await deflated(added(body, bodySum), 'deflate-raw')
  const head = headOf()
  const sum = new Adler32()
  sum.update(head)
  sum.append(bodySum)
  return concatBytes([ZLIB_START, storedBlock(head), packedBody, sum.bytes()])
}

function* added(
  body: Iterable<Uint8Array<ArrayBuffer>>,
  sum: Adler32,
): Generator<Uint8Array<ArrayBuffer>> {
  for (const piece of body) {
    sum.update(piece)
    yield piece
  }
}

/**
 * Returns a stored block that is not the last one and that ends at a whole byte. Throws RangeError if `bytes` is too
 * long.
 */
function storedBlock(bytes: Uint8Array): Uint8Array {
  const { length } = bytes
  if (length > MAX_STORED) throw new RangeError(`${length} bytes in a stored block`)
  const lengths = new DataView(new ArrayBuffer(5))
  lengths.setUint16(1, length, true)
  lengths.setUint16(3, MAX_STORED - length, true)
  return concatBytes([new Uint8Array(lengths.buffer), bytes])
}
