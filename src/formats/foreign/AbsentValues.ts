import { type FoundArray } from './FoundFile'

/** Magnitudes from here on mark masked cells: −3.4028e38 and similar, the least number of a type. */
const SENTINEL = 1e30

/** Numbers of cells in an array that have no finite value. */
export interface AbsentValues {
  /** Number of NaN, or of null in the file. */
  readonly missing: number
  readonly infinite: number
  /** Number of values that are finite but too large to be measurements. They become NaN. */
  readonly masked: number
}

/** Counts the absent values in one pass. Sentinels become NaN in the array itself, which no other code uses yet. */
export function markAbsent({ values }: FoundArray): AbsentValues {
  let missing = 0
  let infinite = 0
  let masked = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN
    if (Math.abs(value) < SENTINEL) continue
    if (Number.isNaN(value)) missing++
    else if (Math.abs(value) === Infinity) infinite++
    else {
      masked++
      // oxlint-disable-next-line no-param-reassign -- in place, for a copy would double the memory of a large file
      values[i] = NaN
    }
  }
  return { missing, infinite, masked }
}

/** Returns one sentence about the values that cannot be shown as numbers, or none if every value can. */
export function absentNotices(counts: readonly AbsentValues[]): string[] {
  const parts = kinds.flatMap(([kind, what]) => {
    const total = counts.reduce((sum, each) => sum + each[kind], 0)
    return total === 0 ? [] : [`${total} ${what}`]
  })
  return parts.length === 0 ? [] : [`Values outside the scale: ${parts.join(', ')}.`]
}

const kinds = [
  ['missing', 'missing (null or NaN)'],
  ['masked', 'masked (1e30 or more)'],
  ['infinite', 'infinite'],
] as const
