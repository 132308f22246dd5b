import { incompleteBeta } from '../chanceOf'

/**
 * Returns an upper bound of the probability that, of `count` sequences of `length` values, at least `supportCount` have
 * their highest value at one and the same place by chance. Chance is the worse of two: independent values, which have it
 * anywhere alike, and walks without drift, which have it at an end most often (Sparre Andersen, 1953). The sequences
 * count as independent.
 */
export function leaderChance(count: number, length: number, supportCount: number): number {
  if (supportCount < 1) return 1
  let sum = 0
  for (let place = 0; place < length; place++) {
    const share = Math.max(1 / length, returnsOf(place) * returnsOf(length - 1 - place))
    // The binomial distribution’s upper tail.
    sum += incompleteBeta(share, supportCount, count - supportCount + 1)
    if (sum >= 1) return 1
  }
  return sum
}

/** Returns the probability that a walk of so many steps never goes above its start: C(2k, k) / 4ᵏ. */
function returnsOf(stepCount: number): number {
  // Beyond a few steps the product equals its limit to six digits.
  if (stepCount > 1000) return 1 / Math.sqrt(Math.PI * (stepCount + 1 / 4))
  let product = 1
  for (let k = 1; k <= stepCount; k++) product *= (2 * k - 1) / (2 * k)
  return product
}
