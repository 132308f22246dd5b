import { layerCountOf } from '../../tensor/Tensor'
import { layersOf, type Part } from '../combine/Part'

/** The layers of a difference A − B, by their indices in both. */
export interface LayerPairs {
  readonly by: 'label' | 'index' | 'first' | 'last'
  readonly a: readonly number[]
  readonly b: readonly number[]
}

/** The choice of a reader where neither labels nor counts match: the first or the last layers of the longer one. */
export type LayerChoice = 'first' | 'last'

/**
 * Returns the layers of two queries that are compared: those of equal label, or else of equal index if both have as many.
 * Otherwise the choice decides; without one, returns undefined. Labels that are only the indices of the layers do not
 * match layers of queries that have different numbers of them.
 */
export function layerPairs(a: Part, b: Part, choice?: LayerChoice): LayerPairs | undefined {
  const [labelsA, labelsB] = [layersOf(a), layersOf(b)]
  const [countA, countB] = [countOf(a), countOf(b)]
  const isNamed = !isIndex(labelsA) || !isIndex(labelsB)
  const byLabel = isNamed ? equalLabels(labelsA, labelsB) : undefined
  if (byLabel !== undefined) return byLabel
  const least = Math.min(countA, countB)
  const indices = Array.from({ length: least }, (_, layer) => layer)
  if (countA === countB) return { by: 'index', a: indices, b: indices }
  if (choice === undefined) return undefined
  const from = (count: number): readonly number[] =>
    choice === 'first' ? indices : indices.map((layer) => layer + count - least)
  return { by: choice, a: from(countA), b: from(countB) }
}

function countOf({ tensor, queryIndex }: Part): number {
  return layerCountOf(tensor, queryIndex)
}

function isIndex(labels: readonly string[]): boolean {
  return labels.every((label, layer) => label === String(layer))
}

/** Returns the layers of equal label in the order of A, or undefined if there are none or if labels occur twice. */
function equalLabels(
  labelsA: readonly string[],
  labelsB: readonly string[],
): LayerPairs | undefined {
  const places = new Map(labelsB.map((label, layer) => [label, layer]))
  if (places.size < labelsB.length || new Set(labelsA).size < labelsA.length) return undefined
  const shared = labelsA.flatMap((label, layer) => {
    const other = places.get(label)
    return other === undefined ? [] : [[layer, other] as const]
  })
  if (shared.length === 0) return undefined
  return { by: 'label', a: shared.map(([layer]) => layer), b: shared.map(([, layer]) => layer) }
}
