import { nthLeast } from '../medianOf'
import { type NeutralFinding, type NeutralToken } from './Finding'
import { type SummarizedInput } from './FindingInput'

const MOST_NAMED = 100

/**
 * Returns the tokens whose values all lie within a band, in the layers that have one. If the noise floor is known, the
 * band is the floor. Else its center is 0, or the median if the color domain lies on one side of 0, and its half-width
 * is `share` times that of the domain.
 */
export function neutralTokens(input: SummarizedInput, share: number): readonly NeutralFinding[] {
  const { statistics, summary, tolerance } = input
  const found = bandOf(input, share)
  if (found === undefined || !(statistics.max - statistics.min > tolerance)) return []
  const { half, band, center } = found
  const { min, max, hasInfinite } = summary.tokens
  let totalCount = 0
  let count = 0
  // The largest distance of a neutral token from the center; Infinity for other tokens.
  const farthest = min.map((least, token) => {
    const most = max[token] ?? NaN
    const isInfinite = hasInfinite[token] === 1
    if (least > most && !isInfinite) return Infinity
    totalCount++
    const far = Math.max(most - center, center - least)
    if (isInfinite || far > half) return Infinity
    count++
    return far
  })
  if (totalCount === 0) return []
  const bound = Math.min(half, nthLeast(farthest, MOST_NAMED))
  const tokens: NeutralToken[] = []
  for (let tokenIndex = 0; tokenIndex < farthest.length; tokenIndex++) {
    const far = farthest[tokenIndex] ?? NaN
    if (far > bound) continue
    tokens.push({ tokenIndex, min: min[tokenIndex] ?? NaN, max: max[tokenIndex] ?? NaN, far })
  }
  const named = tokens.toSorted((a, b) => a.far - b.far).slice(0, MOST_NAMED)
  const ends = { center, low: center - half, high: center + half }
  return [{ kind: 'neutral', areas: named, band, tokens: named, count, ...ends, totalCount }]
}

type Band = Pick<NeutralFinding, 'band' | 'center'> & { readonly half: number }

/** Returns the band, or undefined if there is no color domain. */
function bandOf({ domain, statistics, noise }: SummarizedInput, share: number): Band | undefined {
  if (noise !== undefined) return { band: { size: noise.size }, center: 0, half: noise.limit }
  if (domain === undefined) return undefined
  const { low, high } = domain
  const center = low <= 0 && high >= 0 ? 0 : statistics.median
  return { band: { share }, center, half: (high / 2 - low / 2) * share }
}
