/** The largest prime below 2¹⁶. */
const MODULUS = 65_521

/** Bytes whose sums stay below 2³¹, whatever is in them. */
const RUN = 3800

/** The checksum of zlib data (RFC 1950, section 9), of bytes that come in pieces. */
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

  /** Adds the bytes that another checksum was made of, as zlib's `adler32_combine` does. */
  append({ low, high, byteCount }: Adler32): void {
    // Each byte of the other one adds what `low` was here, for which it took 1.
    const shift = ((byteCount % MODULUS) * (this.low + MODULUS - 1)) % MODULUS
    this.high = (this.high + high + shift) % MODULUS
    this.low = (this.low + low + MODULUS - 1) % MODULUS
    this.byteCount += byteCount
  }

  /** The checksum as it stands at the end of the data. */
  bytes(): Uint8Array {
    return Uint8Array.of(this.high >> 8, this.high, this.low >> 8, this.low)
  }
}
