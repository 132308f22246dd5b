import { type DomainSetting } from '../tensor/View'

interface Ends {
  readonly low: number
  readonly high: number
}

/**
 * The two ends of a color scale: `low` has the first color of the ramp, `high` the last. Both are finite, `low < high`.
 */
export interface Domain extends Ends {
  /** The difference of the ends from the least and the greatest value; absent if there is none. */
  readonly note?: ColorNote
}

/**
 * A fact that a reader needs about a color scale: the source of its ends, or a part of a request that could not be met.
 */
export type ColorNote =
  /** The ends are those of the middle share of the values. */
  | { readonly tag: 'middle'; readonly percent: 98 | 90 }
  /** The ends are those of the middle 98 %, since a few values are far from all others. */
  | { readonly tag: 'without-outliers' }
  /** The ends extend beyond the middle 98 %, but a few values are still outside them. */
  | { readonly tag: 'without-farthest' }
  /** The ends are those of the means of the bins; `hasOutliers` if a few means are far outside them. */
  | { readonly tag: 'means'; readonly hasOutliers: boolean }
  /** The middle share of the values is a single number, so the ends are those of all values. */
  | { readonly tag: 'middle-is-one'; readonly percent: 98 | 90; readonly value: number }
  /** All values are the same number, so the ends are a range around it. */
  | { readonly tag: 'all-equal'; readonly value: number }
  /** The requested ends are not a range, so the ends are those of the values. */
  | { readonly tag: 'unusable-ends'; readonly low: number; readonly high: number }
  /** The ends stay the same while queries and files change. */
  | { readonly tag: 'locked' }
  /** The ends are those of all queries, of two that take turns, or of the cells in view. */
  | { readonly tag: 'scope'; readonly scope: 'all' | 'both' | 'view' }
  /** No two values differ on the requested scale, so the scale is linear. */
  | { readonly tag: 'flat' }
  /** The middle color is not in the middle of the ends, so each half of the ramp has its own slope. */
  | { readonly tag: 'uneven-halves'; readonly pivot: number }
  /** The value of the middle color is outside the ends, so it has no color. */
  | { readonly tag: 'pivot-outside'; readonly pivot: number }

/** Facts about the finite values that count, as far as a domain depends on them. */
export interface DomainValues {
  /** The least and the greatest value; both are NaN if no value is finite. */
  readonly min: number
  readonly max: number
  /** The range of `auto` (`analysis/defaultRange`); absent if it is the extent. */
  readonly defaultRange?: Ends & { readonly leftOut: 'outliers' | 'farthest' }
  /** The middle 98 % and 90 % of the values; required for these two settings only. */
  readonly inner?: Readonly<Record<'98' | '90', Ends>>
}

/**
 * The largest magnitude of an end: it keeps the difference of any two ends finite. Values beyond it are outside the
 * domain.
 */
const LARGEST_END = Number.MAX_VALUE / 4

/**
 * Returns the domain of a setting; that of `symmetric` is centered on the pivot, and if `isCentered`, that of `auto` too,
 * unless the pivot is far from the values. Returns undefined if the setting needs values and none is finite. Unusable ends, for example if all values are equal, are replaced by a range around the
 * values, with a note.
 */
export function resolveDomain(
  setting: DomainSetting,
  values: DomainValues | undefined,
  pivot = 0,
  isCentered = false,
): Domain | undefined {
  if (typeof setting === 'object') return fixed(setting, values)
  if (setting === 'unit') return { low: -1, high: 1 }
  // The comparison is also false for NaN.
  if (values === undefined || !(values.min <= values.max)) return undefined
  if (setting !== 'auto') return ofValues(setting, values, pivot)
  const domain = ofValues(setting, values, pivot)
  return isCentered ? centered(domain, values, pivot) : domain
}

function ofValues(
  setting: Exclude<DomainSetting, readonly unknown[] | 'unit'>,
  { min, max, defaultRange, inner }: DomainValues,
  pivot: number,
): Domain {
  switch (setting) {
    case 'symmetric': {
      const farthest = Math.max(Math.abs(min - pivot), Math.abs(max - pivot))
      return widened(pivot - farthest, pivot + farthest)
    }
    case 'auto':
      return defaultRange === undefined ? widened(min, max) : withoutFew(defaultRange)
    case '98':
      return middleOf(98, inner?.[98], widened(min, max))
    case '90':
      return middleOf(90, inner?.[90], widened(min, max))
    case 'extent':
      return widened(min, max)
  }
}

/** Returns ends with the pivot in their middle, or the same ends if they are farther from the pivot than from each other. */
export function centeredEnds<T extends Ends>(ends: T, pivot: number): T | Ends {
  const { low, high } = ends
  if (Math.max(low - pivot, pivot - high) > high - low) return ends
  const half = Math.max(high - pivot, pivot - low)
  return widened(pivot - half, pivot + half)
}

/** Returns a domain with the pivot in its middle, or the same domain if it is far from the pivot. */
function centered(domain: Domain, { min, max }: DomainValues, pivot: number): Domain {
  const ends = centeredEnds(domain, pivot)
  if (ends === domain) return domain
  const { note } = domain
  if (note?.tag === 'all-equal') return { ...ends, note }
  return min < ends.low || max > ends.high ? { ...ends, note: { tag: 'without-farthest' } } : ends
}

function withoutFew({ low, high, leftOut }: NonNullable<DomainValues['defaultRange']>): Domain {
  return { ...widened(low, high), note: { tag: `without-${leftOut}` } }
}

function fixed(
  [low, high]: readonly [number, number],
  values: DomainValues | undefined,
): Domain | undefined {
  if (low < high && Math.max(-low, high) <= LARGEST_END) return { low, high }
  const rest = resolveDomain('auto', values)
  return rest && { ...rest, note: { tag: 'unusable-ends', low, high } }
}

function middleOf(percent: 98 | 90, ends: Ends | undefined, rest: Domain): Domain {
  if (ends === undefined) return rest
  const { low, high } = ends
  return low < high
    ? { ...widened(low, high), note: { tag: 'middle', percent } }
    : { ...rest, note: { tag: 'middle-is-one', percent, value: low } }
}

/** Returns the range between two values, limited to usable ends, or a range around them if they are equal. */
function widened(first: number, last: number): Domain {
  const low = clamp(first)
  const high = clamp(last)
  if (low < high) return { low, high }
  if (first < last) return { low: -LARGEST_END, high: LARGEST_END }
  const value = last + 0
  const note = { tag: 'all-equal', value } as const
  if (value === 0) return { low: -1, high: 1, note }
  // Half of the least subnormal number is 0.
  const half = Math.max(Math.abs(value) / 2, Number.MIN_VALUE)
  const range = { low: clamp(value - half), high: clamp(value + half) }
  return range.low < range.high ? { ...range, note } : { low: -LARGEST_END, high: LARGEST_END }
}

function clamp(end: number): number {
  return Math.max(-LARGEST_END, Math.min(end, LARGEST_END))
}
