/** Entries of the table of predictions. The more there are, the fewer of them are taken by another context. */
const ENTRIES = 1 << 21

/** An entry holds a probability in 16 bits, 10 bits that tell contexts apart, and in 6 bits how often it was used. */
const CONTEXT_BITS = 0xffc0
const USE_BITS = 0x3f
const UNUSED = 0x8000_0000

/** The part of its error by which a probability moves, by its uses, which are counted up to a limit. */
const MOST_USES = 30

const RATES = Float64Array.from({ length: MOST_USES + 1 }, (_, uses) => 1 / (uses + 1.25))

/** The largest sum of evidence: a probability of almost 1. */
const CERTAIN = 12

/** How fast the weights of contexts are learnt, and where they start. */
const RATE = 0.02
const FIRST_WEIGHT = 0.3

/** Contexts of a number at most, weights of a decision at most, and decisions that have weights of their own. */
const MOST_CONTEXTS = 16
const DECISIONS = 32
const FIRST_BIT_DECISION = 20
const KINDS = 32

const HASH = 0x2c1b_3c6d

/** Logarithms of odds p / (1 - p) by p in 4096ths. Sums, since engines differ in their `Math.log`. */
const EVIDENCE = new Float64Array(4096)
for (let k = 2049; k < 4096; k++) {
  EVIDENCE[k] = (EVIDENCE[k - 1] ?? 0) + 4096 / ((k - 0.5) * (4096.5 - k))
  EVIDENCE[4096 - k] = -(EVIDENCE[k] ?? 0)
}
EVIDENCE[0] = -9

/**
 * Codes integers in bytes, or returns them from there. Each is coded as a row of yes-or-no decisions. Each decision is
 * predicted from how it went before in the same contexts, and takes the fewer bits the surer its prediction was: mixed
 * as in lpaq (Mahoney 2007) and coded by ranges. All arithmetic is exact in every engine.
 */
export class NumberCoder {
  private readonly entries = new Uint32Array(ENTRIES).fill(UNUSED)
  private readonly weights = new Float64Array(KINDS * DECISIONS * MOST_CONTEXTS).fill(FIRST_WEIGHT)
  private readonly contexts = new Int32Array(MOST_CONTEXTS)
  private readonly found = new Int32Array(MOST_CONTEXTS)
  private readonly evidence = new Float64Array(MOST_CONTEXTS)
  private contextCount = 0
  private low = 0
  private high = 0xffff_ffff
  private window = 0
  private at = 0
  private readonly written: number[] = []
  private readonly bytes: Uint8Array | undefined

  /** With bytes, which `finish` returned, the coder returns the numbers that they hold. Without, it codes numbers. */
  constructor(bytes?: Uint8Array) {
    this.bytes = bytes
    for (let k = 0; k < 4; k++) this.window = (this.window << 8) | this.nextByte()
    this.window >>>= 0
  }

  /**
   * Codes an integer below 2^31 in size and returns it. The kind, 0 to 31, and the contexts, at most 16 integers, must
   * be the same in both directions. Equal contexts of a kind should go with equal numbers.
   */
  code(kind: number, contexts: readonly number[], value = 0): number {
    this.contextCount = contexts.length
    for (const [k, context] of contexts.entries()) {
      this.contexts[k] = Math.imul(context + kind * MOST_CONTEXTS + k + 1, 0x9e37_79b1)
    }
    const first = kind * DECISIONS
    const size = Math.abs(value)
    if (!this.decide(0, first, Number(size > 0))) return 0
    const isNegative = this.decide(1, first + 1, Number(value < 0))
    let length = 1
    while (this.decide(1 + length, first + Math.min(1 + length, 19), Number(size >>> length > 0))) {
      length++
    }
    let found = 1
    for (let k = length - 2; k >= 0; k--) {
      const node = (length << 16) + (found << 5) + 31
      found =
        found * 2 + this.decide(node, first + FIRST_BIT_DECISION + Math.min(k, 8), (size >>> k) & 1)
    }
    return isNegative ? -found : found
  }

  /** Returns the bytes of all numbers that were coded. */
  finish(): Uint8Array {
    for (let k = 0; k < 4; k++) this.written.push((this.low >>> (24 - 8 * k)) & 0xff)
    return Uint8Array.from(this.written)
  }

  private nextByte(): number {
    return this.bytes?.[this.at++] ?? 0
  }

  /** Codes a bit, 0 or 1, and returns it. */
  private decide(node: number, decision: number, bit: number): number {
    const weightsAt = decision * MOST_CONTEXTS
    const p = this.predict(node, weightsAt)
    const coded = this.codeBit(p, bit)
    const step = (coded - p) * RATE
    const { entries, weights, found, evidence } = this
    for (let k = 0; k < this.contextCount; k++) {
      const at = found[k] ?? 0
      const entry = entries[at] ?? 0
      const uses = entry & USE_BITS
      const was = entry >>> 16
      const now = was + (((coded * 65_535 - was) * (RATES[uses] ?? 0)) | 0)
      weights[weightsAt + k] = (weights[weightsAt + k] ?? 0) + step * (evidence[k] ?? 0)
      entries[at] = (now << 16) | (entry & CONTEXT_BITS) | (uses < MOST_USES ? uses + 1 : uses)
    }
    return coded
  }

  /** Returns the probability of a 1. */
  private predict(node: number, weightsAt: number): number {
    const { entries, weights, contexts, found, evidence } = this
    let sum = 0
    for (let k = 0; k < this.contextCount; k++) {
      let hash = Math.imul((contexts[k] ?? 0) + node, HASH)
      hash = Math.imul(hash ^ (hash >>> 15), 0x297a_2d39)
      hash ^= hash >>> 14
      const at = hash & (ENTRIES - 1)
      const context = (hash >>> 16) & CONTEXT_BITS
      let entry = entries[at] ?? 0
      if ((entry & CONTEXT_BITS) !== context) {
        entry = UNUSED | context
        entries[at] = entry
      }
      found[k] = at
      evidence[k] = EVIDENCE[entry >>> 20] ?? 0
      sum += (evidence[k] ?? 0) * (weights[weightsAt + k] ?? 0)
    }
    // The power of e by ten squarings, since engines differ in their `Math.exp`.
    let odds = 1 - Math.max(-CERTAIN, Math.min(CERTAIN, sum)) / 1024
    for (let k = 0; k < 10; k++) odds *= odds
    return Math.min(Math.max(1 / (1 + odds), 1 / 4096), 4095 / 4096)
  }

  private codeBit(p: number, bit: number): number {
    const middle = this.low + Math.floor((this.high - this.low) * p)
    const coded = this.bytes === undefined ? bit : Number(this.window <= middle)
    if (coded === 1) this.high = middle
    else this.low = middle + 1
    while ((this.low ^ this.high) >>> 24 === 0) {
      if (this.bytes === undefined) this.written.push(this.high >>> 24)
      this.window = ((this.window << 8) | this.nextByte()) >>> 0
      this.low = (this.low << 8) >>> 0
      this.high = ((this.high << 8) | 0xff) >>> 0
    }
    return coded
  }
}
