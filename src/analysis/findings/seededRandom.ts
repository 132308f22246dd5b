/**
 * Returns a generator of whole numbers from 0 (inclusive) to 2³² (exclusive) that depend on the seed only: mulberry32
 * (Ettinger, 2017).
 */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

/** Returns a generator of signs, −1 and 1, that depend on the seed only. */
export function seededSigns(seed: number): () => number {
  const random = seededRandom(seed)
  let bits = 0
  let left = 0
  return () => {
    if (left === 0) {
      bits = random()
      left = 32
    }
    left--
    return ((bits >>> left) & 1) * 2 - 1
  }
}
