import { type End, type LeaderFinding, type LayersFinding, type LayerValue } from './Finding'
import { type SummarizedInput } from './FindingInput'
import { type LayerSummary } from './QuerySummary'

/**
 * Returns the token with the highest (lowest) value of at least half of the layers, and the layer with that of at least
 * half of the tokens. A layer or token whose extreme is shared by several cells supports none of them.
 */
export function leaders({ summary, statistics }: SummarizedInput): readonly LeaderFinding[] {
  if (!(statistics.min < statistics.max)) return []
  const { layers, tokens } = summary
  const layerCount = layers.filter(({ finiteCount }) => finiteCount > 0).length
  const tokenCount = tokens.count.reduce((sum, count) => sum + Number(count > 0), 0)
  const votes: readonly (readonly [End, 'tokenIndex' | 'layerIndex', Iterable<number>, number])[] =
    [
      ['highest', 'tokenIndex', layers.map(({ maxToken }) => maxToken), layerCount],
      ['lowest', 'tokenIndex', layers.map(({ minToken }) => minToken), layerCount],
      ['highest', 'layerIndex', tokens.maxLayer, tokenCount],
      ['lowest', 'layerIndex', tokens.minLayer, tokenCount],
    ]
  return votes.flatMap(([end, key, indices, totalCount]): readonly LeaderFinding[] => {
    const [index, count] = mostFrequent(indices)
    if (count < 2 || 2 * count < totalCount) return []
    const leader = { [key]: index }
    return [{ kind: 'leader', areas: [leader], end, leader, count, totalCount }]
  })
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
 * change. Returns an empty list if all layers have the same mean.
 */
export function layerDominance({ summary }: SummarizedInput): readonly LayersFinding[] {
  const { layers } = summary
  const strongest = mostBy(layers, ({ meanMagnitude }) => meanMagnitude)
  const weakest = mostBy(layers, ({ meanMagnitude }) => -meanMagnitude)
  const value = layers.reduce((most, layer) => Math.max(most, layer.maxMagnitude), -Infinity)
  const farthest = {
    value,
    layers: layers.flatMap((layer, k) => (layer.maxMagnitude === value ? [k] : [])),
  }
  const change = mostBy(layers, (layer) => layer.change)
  if (!strongest || !weakest || strongest.value === -weakest.value) return []
  const found = { strongest, weakest: { ...weakest, value: -weakest.value }, farthest }
  return [
    {
      kind: 'layers',
      areas: [{ layerIndex: strongest.layerIndex }],
      ...found,
      ...(change && { change }),
    },
  ]
}

/** Returns the first layer with the greatest number, or undefined if no layer has one. */
function mostBy(
  layers: readonly LayerSummary[],
  valueOf: (layer: LayerSummary) => number,
): LayerValue | undefined {
  let best: LayerValue | undefined
  for (const [layerIndex, layer] of layers.entries()) {
    const value = valueOf(layer)
    if (value > (best?.value ?? -Infinity)) best = { layerIndex, value }
  }
  return best
}
