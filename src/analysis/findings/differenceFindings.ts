import { maxIndex, minIndex } from 'd3-array'
import { differenceStatistics } from '../difference/differenceStatistics'
import { holdersOf, type Operands } from '../difference/operands'
import { type PairStatistics, type PairSums } from '../difference/PairSums'
import { type Sliced } from '../Sliced'
import { type ChangedLayersFinding, type ChangedTokensFinding, type Finding } from './Finding'

/** Returns the findings about a difference A − B; `count` tokens that changed most are named. */
export function* differenceFindings(
  operands: Operands,
  queryIndex: number,
  count: number,
): Sliced<readonly Finding[]> {
  const { onlyInA, onlyInB } = holdersOf(operands, queryIndex)
  yield
  const { all, layers, tokens, largest, ...ranks } = yield* differenceStatistics(
    operands,
    queryIndex,
  )
  const isChanged = all.rootMeanSquare > 0
  const areas = [...onlyInA, ...onlyInB].slice(0, MOST_AREAS).map((tokenIndex) => ({ tokenIndex }))
  return [
    ...(largest === undefined
      ? []
      : [{ kind: 'difference', areas: isChanged ? [largest] : [], ...all, largest } as const]),
    ...(isChanged ? [{ kind: 'agreement', areas: [], ...all, ...ranks } as const] : []),
    ...(isChanged ? changedLayers(layers) : []),
    ...(isChanged ? changedTokens(tokens, count) : []),
    ...(areas.length === 0 ? [] : [{ kind: 'only-in', areas, onlyInA, onlyInB } as const]),
  ]
}

/** Largest number of tokens or layers that are outlined. */
const MOST_AREAS = 400

/** Share of a mean up to which another one is equal. */
const TIE = 2 ** -40

function changedLayers(layers: readonly PairStatistics[]): readonly ChangedLayersFinding[] {
  const [most, least] = [maxIndex(layers, magnitudeOf), minIndex(layers, magnitudeOf)]
  const [mostMagnitude, leastMagnitude] = [magnitudeOf(layers[most]), magnitudeOf(layers[least])]
  // Layers are also equal if only the rounding of their sums parts them.
  if (!(mostMagnitude - leastMagnitude > mostMagnitude * TIE)) return []
  const bound = (mostMagnitude + leastMagnitude) / 2
  let [firstLayer, lastLayer] = [most, most]
  while (magnitudeOf(layers[firstLayer - 1]) > bound) firstLayer--
  while (magnitudeOf(layers[lastLayer + 1]) > bound) lastLayer++
  const inside = layers.slice(firstLayer, lastLayer + 1)
  const rest = [...layers.slice(0, firstLayer), ...layers.slice(lastLayer + 1)]
  return [
    {
      kind: 'changed-layers',
      areas: inside.slice(0, MOST_AREAS).map((_, k) => ({ layerIndex: firstLayer + k })),
      firstLayer,
      lastLayer,
      meanMagnitude: meanOf(inside),
      restMagnitude: meanOf(rest),
      least: { layerIndex: least, meanMagnitude: leastMagnitude },
      layers,
    },
  ]
}

function magnitudeOf(statistics: PairStatistics | undefined): number {
  return statistics?.meanMagnitude ?? NaN
}

/** Returns the mean magnitude of the cells of several layers. */
function meanOf(layers: readonly PairStatistics[]): number {
  const filled = layers.filter(({ count }) => count > 0)
  const count = filled.reduce((sum, each) => sum + each.count, 0)
  return filled.reduce((sum, each) => sum + each.meanMagnitude * (each.count / count), 0)
}

function changedTokens(
  tokens: readonly PairSums[],
  count: number,
): readonly ChangedTokensFinding[] {
  // The tokens that changed most so far, the one that changed most first.
  const named: number[] = []
  const magnitudeAt = (token: number | undefined): number => {
    return tokens[token ?? -1]?.meanMagnitude ?? 0
  }
  let changedCount = 0
  for (const [token, { meanMagnitude }] of tokens.entries()) {
    if (!(meanMagnitude > 0)) continue
    changedCount++
    if (named.length === count && !(meanMagnitude > magnitudeAt(named.at(-1)))) continue
    const place = named.findIndex((other) => meanMagnitude > magnitudeAt(other))
    named.splice(place < 0 ? named.length : place, 0, token)
    named.splice(count)
  }
  if (changedCount < 2) return []
  return [
    {
      kind: 'changed-tokens',
      areas: named.map((tokenIndex) => ({ tokenIndex })),
      tokens: named.flatMap((tokenIndex) => {
        const sums = tokens[tokenIndex]
        return sums === undefined ? [] : [{ ...sums.statistics(), tokenIndex }]
      }),
    },
  ]
}
