import { layerCountOf, rowOf, type Tensor } from '../../tensor/Tensor'
import { type NoiseFloor } from '../noiseFloor'
import { type Sliced } from '../Sliced'

/** A noise floor, and the number of a query's cells that lie beyond it. */
export interface NoiseCount extends NoiseFloor {
  /** Number of finite cells farther from 0 than `limit`. */
  readonly outsideCount: number
  /** Number of such cells that random directions would give. */
  readonly expectedCount: number
  /** Number of finite cells. */
  readonly cellCount: number
}

/** Share of normal numbers farther than 1.96 standard deviations from 0. */
const SHARE_OUTSIDE = 0.05

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
  return { ...floor, outsideCount, expectedCount: SHARE_OUTSIDE * cellCount, cellCount }
}

/** Returns true if a value is finite and farther from 0 than the limit of a noise floor. */
export function isBeyond(value: number, { limit }: Pick<NoiseFloor, 'limit'>): boolean {
  const magnitude = Math.abs(value)
  return magnitude > limit && magnitude < Infinity
}
