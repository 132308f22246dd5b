/** The powers 10^0 … 10^4. */
const powers = Int32Array.of(1, 10, 100, 1000, 10_000)

/**
 * Returns the number of digits at the start of a word of four bytes, 0 to 4. The word is little-endian: its lowest byte
 * comes first.
 */
export function digitCountOf(word: number): number {
  // A digit has the upper half 3, also after adding 6. Only a byte that is not a digit can produce a carry.
  const others =
    ((word & 0xf0f0f0f0) ^ 0x30303030) | (((word + 0x06060606) & 0xf0f0f0f0) ^ 0x30303030)
  return others === 0 ? 4 : (31 - Math.clz32(others & -others)) >> 3
}

/** Returns the number that the first `count` digits of a word make. `count` is 0 to 4. */
export function digitsOf(word: number, count: number): number {
  if (count === 0) return 0
  // Zeros replace the digits that do not exist, before those that do.
  const digits = (word << (32 - count * 8)) & 0x0f0f0f0f
  const pairs = (Math.imul(digits, 10 * 256 + 1) >>> 8) & 0x00ff00ff
  return Math.imul(pairs, 100 * 65536 + 1) >>> 16
}

/** Returns 10^count, for `count` from 0 to 4. */
export function scaleOf(count: number): number {
  return powers[count] ?? 0
}
