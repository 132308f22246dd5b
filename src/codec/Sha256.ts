/** First 32 bits of the fractional parts of the roots (`exponent` 1/2 or 1/3) of the first primes. */
function rootBits(count: number, exponent: number): Uint32Array {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n++) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  }
  return Uint32Array.from(primes, (prime) => (prime ** exponent % 1) * 2 ** 32)
}

const CONSTANTS = rootBits(64, 1 / 3)

const BLOCK = 64

/**
 * SHA-256 (FIPS 180-4) of bytes that come in pieces. The browser's own takes all bytes at once, and is missing where a
 * page is served without encryption.
 */
export class Sha256 {
  private readonly state = rootBits(8, 1 / 2)
  private readonly words = new Uint32Array(BLOCK)
  /** Bytes that do not fill a block yet. */
  private readonly rest = new Uint8Array(BLOCK)
  private restLength = 0
  private byteCount = 0

  update(bytes: Uint8Array): void {
    this.byteCount += bytes.length
    let start = 0
    while (start < bytes.length) {
      const part = bytes.subarray(start, start + BLOCK - this.restLength)
      this.rest.set(part, this.restLength)
      this.restLength += part.length
      start += part.length
      if (this.restLength === BLOCK) this.addBlock()
    }
  }

  /** The 64 hexadecimal digits of the hash; nothing can be added after it. */
  finish(): string {
    const bitCount = this.byteCount * 8
    const padding = new Uint8Array(BLOCK + 8 - ((this.byteCount + 8) % BLOCK))
    padding[0] = 0x80
    const view = new DataView(padding.buffer)
    view.setUint32(padding.length - 8, Math.floor(bitCount / 2 ** 32))
    view.setUint32(padding.length - 4, bitCount)
    this.update(padding)
    return Array.from(this.state, (word) => word.toString(16).padStart(8, '0')).join('')
  }

  private addBlock(): void {
    const { state, words } = this
    const view = new DataView(this.rest.buffer)
    for (let i = 0; i < BLOCK; i++) words[i] = i < 16 ? view.getUint32(4 * i) : expanded(words, i)
    let [a, b, c, d, e, f, g, h] = eight(state)
    for (let i = 0; i < BLOCK; i++) {
      const choice = (e & f) ^ (~e & g)
      const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      const t1 = (h + s1 + choice + at(CONSTANTS, i) + at(words, i)) | 0
      const majority = (a & b) ^ (a & c) ^ (b & c)
      const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + s0 + majority) | 0
    }
    const sums = [a, b, c, d, e, f, g, h]
    for (let i = 0; i < 8; i++) state[i] = at(state, i) + (sums[i] ?? 0)
    this.restLength = 0
  }
}

function expanded(words: Uint32Array, i: number): number {
  const w15 = at(words, i - 15)
  const w2 = at(words, i - 2)
  const s0 = turned(w15, 7) ^ turned(w15, 18) ^ (w15 >>> 3)
  const s1 = turned(w2, 17) ^ turned(w2, 19) ^ (w2 >>> 10)
  return at(words, i - 16) + s0 + at(words, i - 7) + s1
}

function at(words: Uint32Array, i: number): number {
  return words[i] ?? 0
}

type Eight = [number, number, number, number, number, number, number, number]

function eight([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0]: Uint32Array): Eight {
  return [a, b, c, d, e, f, g, h]
}

function turned(word: number, bitCount: number): number {
  return (word >>> bitCount) | (word << (32 - bitCount))
}
