import { nthLeast } from '../medianOf'
import { type NeutralFinding, type NeutralToken } from './Finding'
import { type SummarizedInput } from './FindingInput'

const MOST_NAMED = 100

/**
 * Returns the tokens whose values all lie within a band, in the layers that have one. The center of the band is 0, or
 * the median if the color domain lies on one side of 0. The half-width of the band is `band` times that of the domain.
 */
export function neutralTokens(
  { domain, statistics, summary }: SummarizedInput,
  band: number,
): readonly NeutralFinding[] {
  if (domain === undefined || !(statistics.min < statistics.max)) return []
  const center = domain.low <= 0 && domain.high >= 0 ? 0 : statistics.median
  const half = (domain.high / 2 - domain.low / 2) * band
  const { min, max } = summary.tokens
  let totalCount = 0
  let count = 0
  // The largest distance of a neutral token from the center; Infinity for other tokens.
  const farthest = min.map((least, token) => {
    const most = max[token] ?? NaN
    if (least > most) return Infinity
    totalCount++
    const far = Math.max(most - center, center - least)
    if (far > half) return Infinity
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
  return [{ kind: 'neutral', areas: named, tokens: named, count, ...ends, totalCount }]
}
