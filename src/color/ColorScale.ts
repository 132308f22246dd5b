import { bisectRight } from 'd3-array'
import { scaleLinear, scaleSymlog } from 'd3-scale'
import { type View } from '../tensor/View'
import { type ColorNote } from './ColorNote'
import { type Domain } from './Domain'

/** From values to places on the ramp. */
export interface ColorScale extends Pick<Domain, 'low' | 'high'> {
  /** Where on the ramp a value has its color: 0 at `low` and below, 1 at `high` and above, never less for a greater value. */
  readonly shareOf: (value: number) => number
  /** Whether equal differences of values are equal distances on the ramp. */
  readonly isProportional: boolean
  /** Where the ends come from, and how the scale differs from the one asked for, as far as a reader must know. */
  readonly notes: readonly ColorNote[]
}

export interface ScaleOptions {
  readonly scale: View['scale']
  /** Magnitude up to which `symlog` is about linear; default a hundredth of the farther end. */
  readonly threshold?: number | undefined
  /** The value that has the middle of the ramp; default none is held there. */
  readonly pivot?: number | undefined
  /** Values that part all into equal groups, both ends included; needed for `rank` only. */
  readonly ranks?: Float64Array | undefined
}

/**
 * Returns the scale over a domain. With a pivot inside it, either half of the ramp is scaled for itself, so that the
 * pivot has exactly the middle step.
 */
export function colorScale(domain: Domain, options: ScaleOptions): ColorScale {
  const { low, high, note } = domain
  const { scale, pivot } = options
  const notes = note === undefined ? [] : [note]
  const shareOf = scaled([low, high], options)
  if (!isRising(shareOf, [low, high])) {
    const linear = colorScale(domain, { scale: 'linear', pivot })
    return { ...linear, notes: [...linear.notes, { tag: 'flat' }] }
  }
  const whole = { low, high, shareOf, isProportional: scale === 'linear', notes }
  if (pivot === undefined || pivot === (low + high) / 2) return whole
  const stops = [low, pivot, high]
  const halves = low < pivot && pivot < high ? scaled(stops, options) : undefined
  return halves !== undefined && isRising(halves, stops)
    ? { ...whole, shareOf: halves, isProportional: false }
    : { ...whole, notes: [...notes, { tag: 'pivot-outside', pivot }] }
}

type ShareOf = ColorScale['shareOf']

/** The scale through its stops: two ends, or two ends with the pivot between them, which has 1 / 2. */
function scaled(stops: readonly number[], { scale, threshold, ranks }: ScaleOptions): ShareOf {
  if (scale === 'rank' && ranks !== undefined) return rankScale(ranks, stops)
  if (scale !== 'symlog') return scaleLinear(stops, sharesOf(stops)).clamp(true)
  const farthest = Math.max(...stops.map(Math.abs))
  return scaleSymlog(stops, sharesOf(stops))
    .constant(threshold ?? farthest / 100)
    .clamp(true)
}

function sharesOf(stops: readonly number[]): readonly number[] {
  return stops.map((_, k) => k / (stops.length - 1))
}

/** Whether a scale tells all neighbours of its stops apart; false for NaN too, as ranks of equal values give. */
function isRising(shareOf: ShareOf, stops: readonly number[]): boolean {
  return stops.slice(1).every((stop, k) => shareOf(stops[k] ?? NaN) < shareOf(stop))
}

/**
 * A piecewise linear scale by rank: between two stops, shares grow as the share of all values below. The stops are at
 * equal distances, first at 0 and last at 1.
 */
function rankScale(ranks: Float64Array, stops: readonly number[]): ShareOf {
  const places = stops.map((stop) => rankOf(ranks, stop))
  const toShare = scaleLinear(places, sharesOf(stops)).clamp(true)
  return (value) => toShare(rankOf(ranks, value))
}

/** Place of a value among rising ones, in steps: 0 for the least and below, as many as there are for the greatest. */
function rankOf(ranks: Float64Array, value: number): number {
  const last = ranks.length - 1
  // Many may be equal to the least one: it has the first color all the same.
  if (value <= (ranks[0] ?? NaN)) return 0
  if (value >= (ranks[last] ?? NaN)) return last
  const below = bisectRight(ranks, value) - 1
  const from = ranks[below] ?? NaN
  return below + (value - from) / ((ranks[below + 1] ?? NaN) - from)
}
