import { wordsOf } from '../../tensor/Axes'
import { type End, type LeaderFinding, type LayersFinding, type LayerValue } from './Finding'
import { type SummarizedInput } from './FindingInput'
import { leaderChance } from './leaderChance'
import { tieTolerance } from '../tied'
import { type LayerSummary } from './QuerySummary'

/** Largest probability, by chance, of a leader that is worth a sentence; there may be four of them. */
const MOST_P = 0.01

/**
 * Returns the token with the highest (lowest) value of at least half of the layers, and the layer with that of at least
 * half of the tokens, unless chance might give as many. A layer or token whose extreme is shared by several cells
 * supports none of them.
 */
export function leaders({
  summary,
  statistics,
  tolerance,
}: SummarizedInput): readonly LeaderFinding[] {
  if (!(statistics.max - statistics.min > tolerance)) return []
  const { layers, tokens } = summary
  const layerCount = layers.filter(({ finiteCount }) => finiteCount > 0).length
  const tokenCount = tokens.count.reduce((sum, count) => sum + Number(count > 0), 0)
  const ofLayers = { key: 'tokenIndex', totalCount: layerCount, rivalCount: tokenCount } as const
  const ofTokens = { key: 'layerIndex', totalCount: tokenCount, rivalCount: layerCount } as const
  const votes: readonly Vote[] = [
    { end: 'highest', indices: layers.map(({ maxToken }) => maxToken), ...ofLayers },
    { end: 'lowest', indices: layers.map(({ minToken }) => minToken), ...ofLayers },
    { end: 'highest', indices: tokens.maxLayer, ...ofTokens },
    { end: 'lowest', indices: tokens.minLayer, ...ofTokens },
  ]
  return votes.flatMap(leaderOf)
}

/** For each layer (or token), the token (or layer) that has its extreme. */
interface Vote {
  readonly end: End
  readonly key: 'tokenIndex' | 'layerIndex'
  readonly indices: Iterable<number>
  /** Number of layers (tokens) that have a value, and of the tokens (layers) that could have the extreme. */
  readonly totalCount: number
  readonly rivalCount: number
}

function leaderOf({ end, key, indices, totalCount, rivalCount }: Vote): readonly LeaderFinding[] {
  const [index, count] = mostFrequent(indices)
  if (count < 2 || 2 * count < totalCount) return []
  const p = leaderChance(totalCount, rivalCount, count)
  if (p > MOST_P) return []
  const leader = { [key]: index }
  return [{ kind: 'leader', areas: [leader], end, leader, count, totalCount, p }]
}

/** Returns the most frequent index, the lowest of several, and its count; −1 entries are skipped. */
function mostFrequent(indices: Iterable<number>): readonly [index: number, count: number] {
  const counts = new Map<number, number>()
  for (const index of indices) {
    if (index >= 0) counts.set(index, (counts.get(index) ?? 0) + 1)
  }
  let best: readonly [number, number] = [-1, 0]
  for (const [index, count] of counts) {
    if (count > best[1] || (count === best[1] && index < best[0])) best = [index, count]
  }
  return best
}

/**
 * Returns the layers with the largest and the smallest mean |similarity|, with the farthest cell, and with the largest
 * change. Returns an empty list if all layers have the same mean, or one whose sum is too large for a number. Layers
 * whose values sum to 1, as attention does, are not compared by their means.
 */
export function layerDominance({
  tensor,
  summary,
  tolerance: cellTolerance,
}: SummarizedInput): readonly LayersFinding[] {
  const { layers } = summary
  if (layers.some(isBeyondNumbers)) return []
  const farthest = mostBy(layers, ({ maxMagnitude }) => maxMagnitude, cellTolerance)
  const tolerance = Math.max(cellTolerance, tieTolerance(tensor.values, farthest.value))
  const strongest = mostBy(layers, ({ meanMagnitude }) => meanMagnitude, tolerance)
  const weakest = mostBy(layers, ({ meanMagnitude }) => -meanMagnitude, tolerance)
  const haveSameSum = layers.every(sumsToOne)
  const isEven = haveSameSum
    ? farthest.layers.length === layers.filter(({ finiteCount }) => finiteCount > 0).length
    : !(strongest.value + weakest.value > tolerance)
  if (isEven) return []
  const change = mostBy(layers, (layer) => layer.change, tolerance)
  return [
    {
      kind: 'layers',
      areas: (haveSameSum ? farthest : strongest).layers.map((layerIndex) => ({ layerIndex })),
      ...(!haveSameSum && { means: { strongest, weakest: { ...weakest, value: -weakest.value } } }),
      farthest,
      // Neighbours that are not layers, such as heads, do not follow each other.
      ...(wordsOf(tensor).hasDepth && Number.isFinite(change.value) && { change }),
    },
  ]
}

/** Largest distance from 1 of a sum of probabilities; of bfloat16, each has a rounding error of up to 0.4 %. */
const SUM_SLACK = 0.01

/** Returns whether the values of a layer are probabilities, or absent. */
function sumsToOne({ min, meanMagnitude, finiteCount }: LayerSummary): boolean {
  const sum = meanMagnitude * finiteCount
  return finiteCount === 0 || (min >= 0 && Math.abs(sum - 1) <= SUM_SLACK)
}

function isBeyondNumbers({ finiteCount, meanMagnitude }: LayerSummary): boolean {
  return finiteCount > 0 && !Number.isFinite(meanMagnitude)
}

/**
 * Returns the layers with the greatest number, up to a tolerance; no layers and −Infinity if no layer has a finite value
 * and a number that is not NaN.
 */
function mostBy(
  layers: readonly LayerSummary[],
  valueOf: (layer: LayerSummary) => number,
  tolerance = 0,
): LayerValue {
  const numbers = Float64Array.from(layers, (layer) =>
    layer.finiteCount > 0 ? valueOf(layer) : NaN,
  )
  const value = numbers.reduce((most, number) => (number > most ? number : most), -Infinity)
  const best: number[] = []
  numbers.forEach((number, layerIndex) => {
    if (number >= value - tolerance) best.push(layerIndex)
  })
  return { layers: best, value }
}
