import { format } from 'd3-format'
import { type DomainSetting } from '../tensor/View'

/** What the ramp spans: `low` has its first color, `high` its last. Both finite, `low < high`. */
export interface Domain {
  readonly low: number
  readonly high: number
  /** A sentence about where the ends come from, where they are not the least and the greatest value. */
  readonly note?: string
}

interface Ends {
  readonly low: number
  readonly high: number
}

/** What a domain goes by: the finite values that count. */
export interface DomainValues {
  /** Least and greatest; NaN for both where there is none. */
  readonly min: number
  readonly max: number
  /** The middle 98 %, where a few values are far from them; wider than its `width` where it goes on from there. */
  readonly core?: Ends & { readonly width: number }
  /** The middle 98 and 90 %; needed for these settings only. */
  readonly inner?: Readonly<Record<'98' | '90', Ends>>
}

/**
 * The domain of a setting; symmetric is about the pivot. Undefined where the setting needs values and none is finite. What
 * cannot be used, as where all values are equal, is replaced by a range around the values, and a note says so.
 */
export function resolveDomain(
  setting: DomainSetting,
  values: DomainValues | undefined,
  pivot = 0,
): Domain | undefined {
  if (typeof setting === 'object') return fixed(setting, values)
  if (setting === 'unit') return { low: -1, high: 1 }
  // Also false for NaN.
  if (values === undefined || !(values.min <= values.max)) return undefined
  const { min, max, core, inner } = values
  if (setting === 'symmetric') {
    const farthest = Math.max(Math.abs(min - pivot), Math.abs(max - pivot))
    return widened(pivot - farthest, pivot + farthest)
  }
  if (setting === 'auto' && core !== undefined) return withoutOutliers(core)
  return setting === '98' || setting === '90'
    ? middleOf(setting, inner?.[setting], widened(min, max))
    : widened(min, max)
}

function withoutOutliers({ low, high, width }: NonNullable<DomainValues['core']>): Domain {
  const note =
    high - low > width
      ? 'Colors leave out a few values that are far from all others.'
      : `${middle('98')}: a few are far from them.`
  return { low, high, note }
}

function fixed(
  [low, high]: readonly [number, number],
  values: DomainValues | undefined,
): Domain | undefined {
  if (low < high && high - low > 0 && Math.max(-low, high) < Infinity) return { low, high }
  const rest = resolveDomain('auto', values)
  const ends = `${rounded(low)} to ${rounded(high)}`
  return (
    rest && { ...rest, note: `A range from ${ends} cannot be used: the colors span the values.` }
  )
}

function middleOf(share: '98' | '90', ends: Ends | undefined, rest: Domain): Domain {
  if (ends === undefined) return rest
  const { low, high } = ends
  return low < high
    ? { low, high, note: `${middle(share)}.` }
    : {
        ...rest,
        note: `Colors span all values: the middle ${share} % of them are ${rounded(low)}.`,
      }
}

function middle(share: string): string {
  return `Colors span the middle ${share} % of the values`
}

function widened(low: number, high: number): Domain {
  const inside = { low: Math.max(low, -Number.MAX_VALUE), high: Math.min(high, Number.MAX_VALUE) }
  if (low < high) return inside
  const value = high + 0
  const note = `The colors span a wider range because all values are ${rounded(value)}.`
  if (value === 0) return { low: -1, high: 1, note }
  // Half of the least subnormal is 0, half as much again as the greatest number is Infinity.
  const half = Math.max(Math.abs(value) / 2, Number.MIN_VALUE)
  return {
    low: Math.max(value - half, -Number.MAX_VALUE),
    high: Math.min(value + half, Number.MAX_VALUE),
    note,
  }
}

const rounded = format('.4~g')
