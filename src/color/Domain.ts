import { format } from 'd3-format'
import { type DomainSetting } from '../tensor/View'

/** What the ramp spans: `low` has its first color, `high` its last. Both finite, `low < high`. */
export interface Domain {
  readonly low: number
  readonly high: number
  /** Why it is not the one asked for, as part of a sentence: "all values are 0.3". */
  readonly reason?: string
}

/** Least and greatest finite value found; NaN for both where there is none. */
interface Extent {
  readonly min: number
  readonly max: number
}

/**
 * The domain of a setting. `auto` is the extent. Undefined where the setting needs an extent and no
 * value is finite. Where all values are equal, the domain is widened around them with its reason.
 */
export function resolveDomain(
  setting: DomainSetting,
  extent: Extent | undefined,
): Domain | undefined {
  if (typeof setting === 'object') return { low: setting[0], high: setting[1] }
  if (setting === 'unit') return { low: -1, high: 1 }
  // Also false for NaN.
  if (extent === undefined || !(extent.min <= extent.max)) return undefined
  if (setting !== 'symmetric') return widened(extent.min, extent.max)
  const farthest = Math.max(Math.abs(extent.min), Math.abs(extent.max))
  return widened(-farthest, farthest)
}

function widened(low: number, high: number): Domain {
  if (low < high) return { low, high }
  const value = high + 0
  const reason = `all values are ${format('.4~g')(value)}`
  if (value === 0) return { low: -1, high: 1, reason }
  // Half of the least subnormal is 0, half as much again as the greatest number is Infinity.
  const half = Math.max(Math.abs(value) / 2, Number.MIN_VALUE)
  return {
    low: Math.max(value - half, -Number.MAX_VALUE),
    high: Math.min(value + half, Number.MAX_VALUE),
    reason,
  }
}
