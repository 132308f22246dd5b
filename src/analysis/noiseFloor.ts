import { differenceOf, hiddenSizeOf, type Tensor, layerCountOf, rowOf } from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { chanceOf, chanceOfDifference } from './chanceOf'
import { type Sliced } from './Sliced'

/** The distribution of the cosine of two random directions, or of the difference of two such cosines. */
export interface NoiseFloor {
  /** Number of dimensions of the compared states; of a difference A − B, those of A. */
  readonly size: number
  /** Number of dimensions of the states of B; present for a difference. */
  readonly otherSize?: number
  /** Standard deviation of the cosine, 1/√d; that of a difference is √(1/d₁ + 1/d₂) if A and B are independent. */
  readonly sigma: number
  /** 1.96 σ: about 5 % of random cosines are farther from 0, fewer in few dimensions, and none in 2 or 3. */
  readonly limit: number
}

/**
 * Returns the noise floor of the displayed values of the view's query, or undefined if the width of the states is unknown or the displayed
 * values are not cosines or differences of cosines. A width given by the view takes precedence over that of the file.
 */
export function noiseFloor(
  tensor: Pick<Tensor, 'metric' | 'queries' | 'hiddenSize' | 'difference'>,
  view: Pick<View, 'hidden_size' | 'transform' | 'query'>,
): NoiseFloor | undefined {
  if (!hasNoiseFloor(tensor, view)) return undefined
  const { hidden_size: chosen, query } = view
  const difference = differenceOf(tensor, query)
  const size = chosen ?? (difference ? difference.a.hiddenSize : hiddenSizeOf(tensor, query))
  const otherSize = difference && (chosen ?? difference.b.hiddenSize)
  if (size === undefined || !(size >= 2)) return undefined
  if (difference === undefined) return { size, ...floorOf(1 / Math.sqrt(size)) }
  if (otherSize === undefined || !(otherSize >= 2)) return undefined
  return { size, otherSize, ...floorOf(Math.sqrt(1 / size + 1 / otherSize)) }
}

function floorOf(sigma: number): Pick<NoiseFloor, 'sigma' | 'limit'> {
  return { sigma, limit: 1.96 * sigma }
}

/** Returns true if the displayed values of the view's query are unchanged cosines, or differences of two. */
export function hasNoiseFloor(
  tensor: Pick<Tensor, 'metric' | 'queries' | 'difference'>,
  { transform, query }: Pick<View, 'transform' | 'query'>,
): boolean {
  const { metric } = tensor
  const [deltas = ''] = /^(?:Δ\s*)*/u.exec(metric) ?? []
  const deltaCount = deltas.replaceAll(/\s/gu, '').length
  const isPlain = differenceOf(tensor, query) === undefined ? deltaCount === 0 : deltaCount < 2
  return isPlain && transform === 'raw' && /\bcos(?:ine|[ -]?sim|\b)/i.test(metric)
}

/** Returns the chance of a value as far from 0, on either side. */
export function chanceBeyond(value: number, { size, otherSize }: NoiseFloor): number {
  return otherSize === undefined
    ? chanceOf(value, size)
    : chanceOfDifference(value, size, otherSize)
}

/** A noise floor, and the number of a query's cells that lie beyond it. */
export interface NoiseCount extends NoiseFloor {
  /** Number of finite cells farther from 0 than `limit`. */
  readonly outsideCount: number
  /** Number of such cells that random directions would give. */
  readonly expectedCount: number
  /** Number of finite cells. */
  readonly cellCount: number
}

/** Number of cells counted without a pause. */
const RUN = 1 << 18

/** Returns the number of a query's cells beyond its noise floor. Missing and infinite values are not counted. */
export function* noiseCount(
  tensor: Tensor,
  queryIndex: number,
  floor: NoiseFloor,
): Sliced<NoiseCount> {
  let outsideCount = 0
  let cellCount = 0
  for (let layerIndex = 0; layerIndex < layerCountOf(tensor, queryIndex); layerIndex++) {
    const { values, offset, length } = rowOf(tensor, queryIndex, layerIndex)
    for (let k = 0; k < length; k++) {
      const value = values[offset + k] ?? NaN
      // A difference with itself is 0 for finite values only.
      if (value - value === 0) cellCount++
      if (isBeyond(value, floor)) outsideCount++
      if (k % RUN === RUN - 1) yield
    }
    yield
  }
  const expectedCount = chanceBeyond(floor.limit, floor) * cellCount
  return { ...floor, outsideCount, expectedCount, cellCount }
}

/** Returns true if a value is finite and farther from 0 than the limit of a noise floor. */
export function isBeyond(value: number, { limit }: Pick<NoiseFloor, 'limit'>): boolean {
  const magnitude = Math.abs(value)
  return magnitude > limit && magnitude < Infinity
}
