import { type View } from '../tensor/View'
import { type Domain } from './Domain'

/** A domain, and where on the ramp its values are. */
export interface ColorScale extends Domain {
  /** Never less for a greater value; 0 at `low`, 1 at `high`. Absent = in proportion. */
  readonly shareOf?: (value: number) => number
  /** A sentence about a scale that could not be used as it was asked for. */
  readonly scaleNote?: string
}

export interface ScaleOptions {
  readonly scale: View['scale']
  /** Of symlog; default a hundredth of the farther end. */
  readonly threshold?: number | undefined
  /** The value that has the middle of the ramp; default whatever is there. */
  readonly pivot?: number | undefined
  /** Of rank: the values that part all into equal groups, both ends included. */
  readonly ranks?: Float64Array | undefined
}

type Monotone = (value: number) => number

/**
 * The scale over a domain. With a pivot inside it, either half of the ramp is scaled on its own, so that the pivot has
 * exactly the middle step.
 */
export function colorScale(domain: Domain, options: ScaleOptions): ColorScale {
  const { low, high } = domain
  const bend = bendOf(domain, options)
  if (bend === undefined) return withPivot(domain, identity, { ...options, scale: 'linear' })
  if (bend(low) / 2 < bend(high) / 2) return withPivot(domain, bend, options)
  return { ...domain, scaleNote: 'The scale is linear: no two values in its range differ.' }
}

function withPivot(domain: Domain, bend: Monotone, { scale, pivot }: ScaleOptions): ColorScale {
  const { low, high } = domain
  const whole = partOf(bend, low, high)
  const isLinear = scale === 'linear'
  if (pivot === undefined || pivot === low / 2 + high / 2) {
    return isLinear ? domain : { ...domain, shareOf: whole }
  }
  // In halves, as they are scaled: of the least numbers there are none.
  if (!(bend(low) / 2 < bend(pivot) / 2 && bend(pivot) / 2 < bend(high) / 2)) {
    const scaleNote = `The middle color is not at ${pivot}, which is outside the colors’ range.`
    return { ...domain, ...(isLinear ? {} : { shareOf: whole }), scaleNote }
  }
  const below = partOf(bend, low, pivot)
  const above = partOf(bend, pivot, high)
  const shareOf: Monotone = (value) => {
    return value < pivot ? below(value) / 2 : 0.5 + above(value) / 2
  }
  return { ...domain, shareOf }
}

/** 0 … 1 from one value to another. Of halves, since the difference of two huge ends overflows. */
function partOf(bend: Monotone, low: number, high: number): Monotone {
  const first = bend(low) / 2
  const span = bend(high) / 2 - first
  return (value) => Math.max(0, Math.min(1, (bend(value) / 2 - first) / span))
}

function identity(value: number): number {
  return value
}

/** What is scaled in proportion instead of the values. */
function bendOf(
  { low, high }: Domain,
  { scale, threshold, ranks }: ScaleOptions,
): Monotone | undefined {
  if (scale === 'symlog') {
    const unit = threshold ?? Math.max(Math.abs(low), Math.abs(high)) / 100
    // Webber, “A bi-symmetric log transformation for wide-range data”, 2012.
    return (value) =>
      Math.sign(value) * Math.log1p(Math.min(Math.abs(value) / unit, Number.MAX_VALUE))
  }
  return scale === 'rank' && ranks !== undefined ? (value) => rankOf(ranks, value) : undefined
}

/** Where a value stands among rising ones: 0 for the least and below, 1 for the greatest and above. */
function rankOf(ranks: Float64Array, value: number): number {
  const last = ranks.length - 1
  // Many may be equal to the least one: it has the first color all the same.
  if (value <= (ranks[0] ?? NaN)) return 0
  if (value >= (ranks[last] ?? NaN)) return 1
  let low = 0
  let high = last
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((ranks[middle] ?? NaN) <= value) low = middle
    else high = middle
  }
  const from = ranks[low] ?? NaN
  return (low + (value - from) / ((ranks[high] ?? NaN) - from)) / last
}
