import { areFloat32, type CellValues } from '../tensor/CellValues'
import { firstOf } from './spearman'

/** A few units in the last place of a value, as a share of it, by its width. */
const TIE = 2 ** -48
const FLOAT32_TIE = 2 ** -22

/**
 * Returns the difference up to which numbers computed from values of a magnitude are equal: the rounding of the values
 * themselves makes as much.
 */
export function tieTolerance(values: CellValues, magnitude: number): number {
  return magnitude * (areFloat32(values) ? FLOAT32_TIE : TIE)
}

/**
 * Returns finite values, or a copy of them in which values that are at most `tolerance` above the least of a group are replaced
 * with it, so that sums in another order do not part equal values.
 */
export function tied(values: Float64Array, tolerance: number): Float64Array {
  const sorted = values.toSorted()
  if (!hasNear(sorted, tolerance)) return values
  let least = NaN
  const same = sorted.map((value) => (value - least <= tolerance ? least : (least = value)))
  return values.map((value) => same[firstOf(sorted, value)] ?? value)
}

/** Returns true if two neighbours of sorted values differ, but by no more than the tolerance. */
function hasNear(sorted: Float64Array, tolerance: number): boolean {
  for (let k = 1; k < sorted.length; k++) {
    const difference = (sorted[k] ?? NaN) - (sorted[k - 1] ?? NaN)
    if (difference > 0 && difference <= tolerance) return true
  }
  return false
}
