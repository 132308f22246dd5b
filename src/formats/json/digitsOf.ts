/** 10^0 … 10^4 */
const powers = Int32Array.of(1, 10, 100, 1000, 10_000)

/** Digits that a word of four bytes begins with, 0 to 4; the word is little-endian: its lowest byte comes first. */
export function digitCountOf(word: number): number {
  // A digit has the upper half 3, also with 6 added. A carry comes only from a byte that is no digit itself.
  const others =
    ((word & 0xf0f0f0f0) ^ 0x30303030) | (((word + 0x06060606) & 0xf0f0f0f0) ^ 0x30303030)
  return others === 0 ? 4 : (31 - Math.clz32(others & -others)) >> 3
}

/** The number that the first `count` digits of a word make, 0 to 4 of them. */
export function digitsOf(word: number, count: number): number {
  if (count === 0) return 0
  // Zeros take the place of the digits that are not there, in front of those that are.
  const digits = (word << (32 - count * 8)) & 0x0f0f0f0f
  const pairs = (Math.imul(digits, 10 * 256 + 1) >>> 8) & 0x00ff00ff
  return Math.imul(pairs, 100 * 65536 + 1) >>> 16
}

/** 10^count, for 0 to 4. */
export function scaleOf(count: number): number {
  return powers[count] ?? 0
}
