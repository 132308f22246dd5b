/**
 * Returns the probability that the cosine of two random directions in `size` dimensions is at least `similarity` away
 * from 0, on either side. With d = `size` ≥ 2 and a = (d − 1) / 2, (1 + cos) / 2 has the distribution Beta(a, a), so
 * cos² has Beta(1 / 2, a) (Muirhead, “Aspects of Multivariate Statistical Theory”, 1982, theorem 1.5.7). The result is
 * exact to about 1e-9.
 */
export function chanceOf(similarity: number, size: number): number {
  const square = similarity * similarity
  // Rounding may take a cosine beyond 1.
  return square >= 1 ? 0 : incompleteBeta(1 - square, (size - 1) / 2, 1 / 2)
}

/** Number of steps of the integral over the first cosine. */
const STEPS = 400
/** Standard deviations of the first cosine that the integral spans on either side. */
const SPAN = 12

/**
 * Returns the probability that the cosines of two independent pairs of random directions, in `sizeA` and in `sizeB`
 * dimensions, differ by at least `difference`. It is the integral over the first cosine x, whose density is proportional
 * to (1 − x²)^((d − 3) / 2), of the chance of the second one, by the midpoint rule: exact to about 1e-6 from 4 dimensions
 * on.
 */
export function chanceOfDifference(difference: number, sizeA: number, sizeB: number): number {
  const end = Math.min(1, SPAN / Math.sqrt(sizeA))
  let weights = 0
  let chance = 0
  for (let step = 0; step < STEPS; step++) {
    const x = end * ((2 * step + 1) / STEPS - 1)
    const weight = Math.exp(Math.log1p(-x * x) * ((sizeA - 3) / 2))
    weights += weight
    chance += weight * chanceBelow(x - Math.abs(difference), sizeB)
  }
  return Math.min(1, (2 * chance) / weights)
}

/** Returns the probability that the cosine of two random directions is at most `similarity`. */
function chanceBelow(similarity: number, size: number): number {
  const half = chanceOf(similarity, size) / 2
  return similarity < 0 ? half : 1 - half
}

/** Returns the regularised incomplete beta function Iₓ(a, b), computed as a continued fraction (DLMF 8.17.22). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return Number(x >= 1)
  // The fraction converges fast only on this side; the other side is the complement.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b)
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta) / a
  return front * fraction(x, a, b)
}

const TINY = 1e-300

/** Evaluates the continued fraction by Lentz's method, in about √max(a, b) terms. */
function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / bounded(1 - ((a + b) * x) / (a + 1))
  let product = d
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    let last = 1
    for (const term of [even, odd]) {
      d = 1 / bounded(1 + term * d)
      c = bounded(1 + term / c)
      last = c * d
      product *= last
    }
    if (Math.abs(last - 1) < 1e-15) break
  }
  return product
}

function bounded(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}

/**
 * Returns ln Γ(z) for z > 0 by Stirling's series (DLMF 5.11.1), after shifting z to 12 or more, where the series is
 * exact.
 */
function logGamma(z: number): number {
  let shift = 0
  let y = z
  for (; y < 12; y++) shift += Math.log(y)
  const inverse = 1 / (y * y)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / y
  return (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series - shift
}
