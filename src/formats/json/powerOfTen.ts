/** The exponent of the largest power of ten that a double represents exactly, as do all smaller ones. */
export const LAST_POWER = 22

const powers = Float64Array.from({ length: LAST_POWER + 1 }, (_, k) => Number(`1e${k}`))

/** Returns 10^k exactly for whole k from 0 to `LAST_POWER`, and NaN for other k. */
export function powerOfTen(k: number): number {
  return powers[k] ?? NaN
}
