/**
 * The chance that the cosine between two random directions of `size` dimensions is at least `similarity` away from 0, on
 * either side: (1 + cos) / 2 has the distribution Beta((d − 1) / 2, (d − 1) / 2), so cos² has Beta(1 / 2, (d − 1) / 2)
 * (Muirhead, “Aspects of Multivariate Statistical Theory”, 1982, theorem 1.5.7). Exact to about 1e-9; `size` is at least 2.
 */
export function chanceOf(similarity: number, size: number): number {
  const square = similarity * similarity
  // Rounding may take a cosine beyond 1.
  return square >= 1 ? 0 : incompleteBeta(1 - square, (size - 1) / 2, 1 / 2)
}

/** The regularised incomplete beta function Iₓ(a, b), by its continued fraction (DLMF 8.17.22). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return Number(x >= 1)
  // The fraction converges fast on this side only; the other is its complement.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b)
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta) / a
  return front * fraction(x, a, b)
}

const TINY = 1e-300

/** Lentz's method; it ends after some √max(a, b) terms. */
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

/** ln Γ for positive numbers: Stirling's series (DLMF 5.11.1), after steps up to where it is exact. */
function logGamma(z: number): number {
  let shift = 0
  let y = z
  for (; y < 12; y++) shift += Math.log(y)
  const inverse = 1 / (y * y)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / y
  return (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series - shift
}
