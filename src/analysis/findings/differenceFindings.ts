import { differenceStatistics } from '../difference/differenceStatistics'
import { holdersOf, type Operands } from '../difference/operands'
import { type PairStatistics } from '../difference/PairSums'
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

/** Largest number of tokens that are outlined. */
const MOST_AREAS = 400

function changedLayers(layers: readonly PairStatistics[]): readonly ChangedLayersFinding[] {
  const filled = [...layers.keys()].filter((layer) => magnitudeOf(layers[layer]) >= 0)
  const [most, least] = [filled, filled].map((all, k) =>
    all.reduce((best, layer) => {
      const [one, other] = [magnitudeOf(layers[layer]), magnitudeOf(layers[best])]
      return (k === 0 ? one > other : one < other) ? layer : best
    }, all[0] ?? 0),
  )
  if (most === undefined || least === undefined || filled.length < 2) return []
  const leastMagnitude = magnitudeOf(layers[least])
  const bound = (magnitudeOf(layers[most]) + leastMagnitude) / 2
  if (!(bound > leastMagnitude)) return []
  let [firstLayer, lastLayer] = [most, most]
  while (magnitudeOf(layers[firstLayer - 1]) > bound) firstLayer--
  while (magnitudeOf(layers[lastLayer + 1]) > bound) lastLayer++
  const inside = layers.slice(firstLayer, lastLayer + 1)
  const rest = [...layers.slice(0, firstLayer), ...layers.slice(lastLayer + 1)]
  return [
    {
      kind: 'changed-layers',
      areas: inside.map((_, k) => ({ layerIndex: firstLayer + k })),
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
  tokens: readonly PairStatistics[],
  count: number,
): readonly ChangedTokensFinding[] {
  const filled = tokens
    .map((token, tokenIndex) => Object.assign({ tokenIndex }, token))
    .filter(({ meanMagnitude }) => meanMagnitude > 0)
  if (filled.length < 2) return []
  const named = filled.toSorted((a, b) => b.meanMagnitude - a.meanMagnitude).slice(0, count)
  const areas = named.map(({ tokenIndex }) => ({ tokenIndex }))
  return [{ kind: 'changed-tokens', areas, tokens: named }]
}
