/** The last power of ten that a double holds exactly. */
export const LAST_POWER = 22

const powers = Float64Array.from({ length: LAST_POWER + 1 }, (_, k) => Number(`1e${k}`))

/** 10^k, exact, for whole k from 0 to `LAST_POWER`; NaN for others. */
export function powerOfTen(k: number): number {
  return powers[k] ?? NaN
}
