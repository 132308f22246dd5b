/**
 * Returns the probability that a standard normal number is at least as far from 0 as `z`, by the rational approximation
 * of the complementary error function in “Numerical Recipes” (2nd ed., §6.2), whose relative error is below 1.2e-7.
 */
export function twoSidedP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  return t * Math.exp(-x * x + TERMS.reduceRight((sum, term) => sum * t + term, 0))
}

const TERMS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
]
