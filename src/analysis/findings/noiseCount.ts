import { layerCountOf, rowOf, type Tensor } from '../../tensor/Tensor'
import { type NoiseFloor } from '../noiseFloor'
import { type Sliced } from './Sliced'

/** A noise floor, and how many of a query's cells lie beyond it. */
export interface NoiseCount extends NoiseFloor {
  /** Finite cells farther from 0 than `limit`. */
  readonly outsideCount: number
  /** How many random directions would put there. */
  readonly expectedCount: number
  /** All finite cells. */
  readonly cellCount: number
}

/** Beyond 1.96 standard deviations are 5 % of normal numbers. */
const SHARE_OUTSIDE = 0.05

/** Cells that are counted without a pause. */
const RUN = 1 << 18

/** Returns how many cells of a query lie beyond its noise floor, of the values that count: missing and infinite ones do not. */
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

/** Whether a value is finite and farther from 0 than the limit of a noise floor. */
export function isBeyond(value: number, { limit }: Pick<NoiseFloor, 'limit'>): boolean {
  const magnitude = Math.abs(value)
  return magnitude > limit && magnitude < Infinity
}
