import { type LayersFinding, type LayerValue } from './Finding'
import { type SummarizedInput } from './FindingInput'
import { type LayerSummary } from './QuerySummary'

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
