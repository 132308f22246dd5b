import { type LayersFinding, type LayerValue } from './Finding'
import { type SummarizedInput } from './FindingInput'
import { type LayerSummary } from './QuerySummary'

/** Which layers have the largest and the smallest mean |similarity|, the farthest cell, and the largest change. */
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

/** The first layer with the greatest number; undefined where none has one. */
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
