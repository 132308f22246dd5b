import { bisectRight } from 'd3-array'
import { scaleLinear, scaleSymlog } from 'd3-scale'
import { type View } from '../tensor/View'
import { type Domain, type ColorNote } from './Domain'

/** A scale from values to places on the ramp. */
export interface ColorScale extends Pick<Domain, 'low' | 'high'> {
  /** Returns the place of a value on the ramp: 0 at `low` and below, 1 at `high` and above, never decreasing. */
  readonly shareOf: (value: number) => number
  /** True if equal differences of values are equal distances on the ramp. */
  readonly isProportional: boolean
  /** Notes on the source of the ends, and on differences from the requested scale. */
  readonly notes: readonly ColorNote[]
}

export interface ScaleOptions {
  readonly scale: View['scale']
  /** Magnitude up to which `symlog` is nearly linear; default a hundredth of the larger magnitude of the two ends. */
  readonly threshold?: number | undefined
  /** The value at the middle of the ramp; default none is fixed there. */
  readonly pivot?: number | undefined
  /** Values that divide all values into equal groups, both ends included; required for `rank` only. */
  readonly ranks?: Float64Array | undefined
}

/**
 * Returns the scale of a domain. If a pivot lies inside the domain, each half of the ramp is scaled separately, so that
 * the pivot has exactly the middle step.
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
  return pivot === undefined ? whole : withPivot(whole, pivot, options)
}

/** Returns the scale with the pivot on the middle step, if it has values on both sides of it. */
function withPivot(whole: ColorScale, pivot: number, options: ScaleOptions): ColorScale {
  const { low, high, notes, shareOf } = whole
  const isMiddle = pivot === (low + high) / 2
  // By rank, and in a bent scale about another number, the middle of the range need not be that of the ramp.
  if (isMiddle && (options.scale === 'linear' || shareOf(pivot) === 1 / 2)) return whole
  const stops = [low, pivot, high]
  const halves = low < pivot && pivot < high ? scaled(stops, options) : undefined
  if (halves !== undefined && isRising(halves, stops)) {
    const bent = isMiddle ? notes : [...notes, ...unevenNotes(options)]
    return { ...whole, shareOf: halves, isProportional: false, notes: bent }
  }
  return isMiddle ? whole : { ...whole, notes: [...notes, { tag: 'pivot-outside', pivot }] }
}

/** Returns the note on the slopes of two halves. By rank, no scale has a slope. */
function unevenNotes({ scale, pivot }: ScaleOptions): readonly ColorNote[] {
  return scale === 'rank' || pivot === undefined ? [] : [{ tag: 'uneven-halves', pivot }]
}

type ShareOf = ColorScale['shareOf']

/** Returns the scale through its stops: two ends, or two ends with the pivot between them, which is placed at 1 / 2. */
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

/**
 * Returns true if a scale rises strictly between all neighbouring stops; false for NaN, which ranks of equal values
 * give.
 */
function isRising(shareOf: ShareOf, stops: readonly number[]): boolean {
  return stops.slice(1).every((stop, k) => shareOf(stops[k] ?? NaN) < shareOf(stop))
}

/**
 * Returns a piecewise linear scale by rank: between two stops, places grow with the share of all values that are lower.
 * The stops are at equal distances, the first at 0 and the last at 1.
 */
function rankScale(ranks: Float64Array, stops: readonly number[]): ShareOf {
  const places = stops.map((stop) => rankOf(ranks, stop))
  const toShare = scaleLinear(places, sharesOf(stops)).clamp(true)
  return (value) => toShare(rankOf(ranks, value))
}

/**
 * Returns the place of a value among ascending ones, in steps: 0 for the least and below, `ranks.length` − 1 for the
 * greatest and above.
 */
function rankOf(ranks: Float64Array, value: number): number {
  const last = ranks.length - 1
  // Many values may equal the least one: all of them have the first color.
  if (value <= (ranks[0] ?? NaN)) return 0
  if (value >= (ranks[last] ?? NaN)) return last
  const below = bisectRight(ranks, value) - 1
  const from = ranks[below] ?? NaN
  return below + (value - from) / ((ranks[below + 1] ?? NaN) - from)
}
