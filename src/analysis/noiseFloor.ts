import { hiddenSizeOf, type Tensor, layerCountOf, rowOf } from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { chanceOf } from './chanceOf'
import { type Sliced } from './Sliced'

/** The distribution of the cosine of two random directions. */
export interface NoiseFloor {
  /** Number of dimensions of the compared states. */
  readonly size: number
  /** Standard deviation of the cosine, 1/√d. */
  readonly sigma: number
  /** 1.96 σ: about 5 % of random cosines are farther from 0, fewer in few dimensions, and none in 2 or 3. */
  readonly limit: number
}

/**
 * Returns the noise floor of the displayed values of the view's query, or undefined if the width of the states is unknown or the displayed
 * values are not cosines. A width given by the view takes precedence over that of the file.
 */
export function noiseFloor(
  tensor: Pick<Tensor, 'metric' | 'queries' | 'hiddenSize'>,
  { hidden_size: chosen, transform, query }: Pick<View, 'hidden_size' | 'transform' | 'query'>,
): NoiseFloor | undefined {
  const size = chosen ?? hiddenSizeOf(tensor, query)
  if (size === undefined || !(size >= 2) || !hasNoiseFloor(tensor, transform)) return undefined
  const sigma = 1 / Math.sqrt(size)
  return { size, sigma, limit: 1.96 * sigma }
}

/** Returns true if the displayed values are unchanged cosines. */
export function hasNoiseFloor(
  { metric }: Pick<Tensor, 'metric'>,
  transform: View['transform'],
): boolean {
  return transform === 'raw' && /\bcos(?:ine|[ -]?sim|\b)/i.test(metric)
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
  const expectedCount = chanceOf(floor.limit, floor.size) * cellCount
  return { ...floor, outsideCount, expectedCount, cellCount }
}

/** Returns true if a value is finite and farther from 0 than the limit of a noise floor. */
export function isBeyond(value: number, { limit }: Pick<NoiseFloor, 'limit'>): boolean {
  const magnitude = Math.abs(value)
  return magnitude > limit && magnitude < Infinity
}
