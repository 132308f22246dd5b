import { emptyProfile, type Profile, type Profiles } from '../../tensor/Profile'
import { type Tensor } from '../../tensor/Tensor'
import { meanOf } from '../sumOf'
import { type Sliced } from '../Sliced'
import { finiteOf, linesOf, pauseEvery, type LineKind } from './Lines'

/** Returns the profiles of a query's tokens and layers. */
export function* profilesOf(tensor: Tensor, queryIndex: number): Sliced<Profiles> {
  const tokens = yield* profileOf(tensor, queryIndex, 'tokens')
  return { tokens, layers: yield* profileOf(tensor, queryIndex, 'layers') }
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
