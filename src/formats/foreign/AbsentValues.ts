import { type FoundArray } from './FoundFile'

/** Magnitudes from here on stand for masked cells: −3.4028e38 and the like, the least number of a type. */
const SENTINEL = 1e30

/** The least number of float16, as masks of half width have it. */
const HALF_SENTINEL = -65504

/** How many cells of an array have no number of their own. */
export interface AbsentValues {
  /** NaN, or null in the file. */
  readonly missing: number
  readonly infinite: number
  /** Finite, but too large to be measured: made NaN. */
  readonly masked: number
}

/** Counts them in one pass; sentinels become missing in the array itself, which nobody else holds yet. */
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

export function halfSentinelCount(values: FoundArray['values']): number {
  let count = 0
  for (const value of values) if (value === HALF_SENTINEL) count++
  return count
}

/** A copy in which the masks of half width are missing. */
export function withoutHalfSentinels(values: FoundArray['values']): FoundArray['values'] {
  return values.map((value) => (value === HALF_SENTINEL ? NaN : value))
}

/** What of a file's values is no number that can be shown, as a sentence; none where all are. */
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
