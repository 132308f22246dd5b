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

/** The largest prime below 2¹⁶. */
const MODULUS = 65_521

/** Number of bytes that can be added without a sum reaching 2³¹, for any content. */
const RUN = 3800

/** The Adler-32 checksum of zlib data (RFC 1950, section 9). The bytes may be added in pieces. */
export class Adler32 {
  private low = 1
  private high = 0
  private byteCount = 0

  update(bytes: Uint8Array): void {
    this.byteCount += bytes.length
    for (let start = 0; start < bytes.length; start += RUN) {
      let { low, high } = this
      const end = Math.min(start + RUN, bytes.length)
      for (let at = start; at < end; at++) {
        low += bytes[at] ?? 0
        high += low
      }
      this.low = low % MODULUS
      this.high = high % MODULUS
    }
  }

  /** Adds the bytes of another checksum, as `adler32_combine` of zlib does. */
  append({ low, high, byteCount }: Adler32): void {
    // Each byte of the other checksum adds `low` once. The other sum started with a `low` of 1.
    const shift = ((byteCount % MODULUS) * (this.low + MODULUS - 1)) % MODULUS
    this.high = (this.high + high + shift) % MODULUS
    this.low = (this.low + low + MODULUS - 1) % MODULUS
    this.byteCount += byteCount
  }

  /** Returns the checksum of all bytes added so far: 4 bytes, highest first. */
  bytes(): Uint8Array {
    return Uint8Array.of(this.high >> 8, this.high, this.low >> 8, this.low)
  }
}
