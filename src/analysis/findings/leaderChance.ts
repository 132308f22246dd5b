import { incompleteBeta } from '../chanceOf'

/**
 * Returns an upper bound of the probability that, of `count` sequences of `length` values, at least `supportCount` have
 * their highest value at one and the same place by chance. Chance is the worse of two: independent values, which have it
 * anywhere alike, and walks without drift, which have it at an end most often (Sparre Andersen, 1953). The sequences
 * count as independent.
 */
export function leaderChance(count: number, length: number, supportCount: number): number {
  // The binomial distribution’s upper tail.
  const tailOf = (share: number): number =>
    incompleteBeta(Math.min(1, Math.max(1 / length, share)), supportCount, count - supportCount + 1)
  const half = Math.ceil(length / 2)
  let sum = 0
  for (let place = 0; place < Math.min(half, FAR) && sum < 1; place++) {
    const isMiddle = 2 * place + 1 === length
    const share = staysBelow(place) * staysBelow(length - 1 - place)
    sum += (isMiddle ? 1 : 2) * tailOf(share)
  }
  // The share falls towards the middle.
  if (half > FAR) sum += (length - 2 * FAR) * tailOf(staysBelow(FAR) * staysBelow(length - 1 - FAR))
  return Math.min(1, sum)
}

/** Number of places at either end that are looked at one by one. */
const FAR = 64

/** Returns the probability that a walk of so many steps never goes above its start: C(2k, k) / 4ᵏ. */
function staysBelow(stepCount: number): number {
  // Stirling's series; exact to seven digits.
  if (stepCount > FAR) return 1 / Math.sqrt(Math.PI * (stepCount + 1 / 4 + 1 / (32 * stepCount)))
  let product = 1
  for (let k = 1; k <= stepCount; k++) product *= (2 * k - 1) / (2 * k)
  return product
}
