import { emptyProfile, type Profile, type Profiles, type QueryProfile } from '../../tensor/Profile'
import { type Tensor } from '../../tensor/Tensor'
import { type View } from '../../tensor/View'
import { meanOf } from '../sumOf'
import { type Sliced } from '../Sliced'
import { finiteOf, linesOf, pauseEvery, type LineKind } from './Lines'

/** Returns the profiles of a query's tokens and layers, with those of the layers of `compared` queries. */
export function* profilesOf(
  tensor: Tensor,
  queryIndex: number,
  compared: readonly number[] = [],
): Sliced<Profiles> {
  const tokens = yield* profileOf(tensor, queryIndex, 'tokens')
  const layers = yield* profileOf(tensor, queryIndex, 'layers')
  const queries: QueryProfile[] = []
  for (const each of compared) {
    const own = each === queryIndex ? layers : yield* profileOf(tensor, each, 'layers')
    queries.push({ queryIndex: each, layers: own })
  }
  return { tokens, layers, ...(queries.length > 0 && { queries }) }
}

/** Most queries that are compared in a profile, as many as there are colors. */
const MOST_COMPARED = 8

/** Returns the queries that a view compares in the profile of the layers; if there are very many, those around its own. */
export function comparedQueries(
  { queries }: Pick<Tensor, 'queries'>,
  { query, profiles, query_lines: isCompared }: Pick<View, 'query' | 'profiles' | 'query_lines'>,
): readonly number[] {
  if (!profiles || !isCompared || queries.length < 2) return []
  const first = query - (query % MOST_COMPARED)
  const count = Math.min(MOST_COMPARED, queries.length - first)
  return Array.from({ length: count }, (_, k) => first + k)
}

function* profileOf(tensor: Tensor, queryIndex: number, side: LineKind): Sliced<Profile> {
  const lines = linesOf(tensor, queryIndex, side)
  const profile = emptyProfile(lines.count)
  const line = new Float64Array(lines.length)
  for (let item = 0; item < lines.count; item++) {
    lines.read(item, line)
    const sorted = finiteOf(line).toSorted()
    profile.count[item] = sorted.length
    profile.mean[item] = meanOf(sorted)
    profile.low[item] = quantile(sorted, 0.1)
    profile.high[item] = quantile(sorted, 0.9)
    profile.min[item] = sorted[0] ?? NaN
    profile.max[item] = sorted.at(-1) ?? NaN
    if (item % pauseEvery(lines) === 0) yield
  }
  return profile
}

/** Returns a quantile of sorted values by linear interpolation, as numpy does (type 7 of Hyndman and Fan, 1996). */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const value = sorted[below] ?? NaN
  return value + (place - below) * ((sorted[below + 1] ?? value) - value)
}
