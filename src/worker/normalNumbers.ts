/**
 * A source of normally distributed numbers (mean 0, standard deviation 1) that gives the same ones for the same seed:
 * Marsaglia's xorshift (2003) and his polar method (1964).
 */
export function normalNumbers(seed: number): () => number {
  let state = seed | 0
  let spare: number | undefined
  /** Between −1 and 1. */
  const uniform = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state / 2 ** 31
  }
  return () => {
    if (spare !== undefined) {
      const value = spare
      spare = undefined
      return value
    }
    let x = 0
    let y = 0
    let square = 0
    while (square === 0 || square >= 1) {
      x = uniform()
      y = uniform()
      square = x * x + y * y
    }
    const scale = Math.sqrt((-2 * Math.log(square)) / square)
    spare = y * scale
    return x * scale
  }
}
