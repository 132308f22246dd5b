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
