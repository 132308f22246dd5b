/** The layers of several queries in one list. */
export interface LayerUnion {
  /** Label of each layer. */
  readonly labels: readonly string[]
  /** For each given list: the index in it of each layer, −1 if it lacks the layer; up to the last one that it has. */
  readonly layers: readonly (readonly number[])[]
  /** How the lists fit together: one begins with the other, labels are matched, or only indices. */
  readonly kind: 'same' | 'merged' | 'by-index'
}

/**
 * Returns the union of lists of layer labels, in an order that keeps that of each list if there is one. If lists have no
 * label in common, or a label occurs twice, layers are matched by index and are called as in the longest list.
 */
export function layerUnion(lists: readonly (readonly string[])[]): LayerUnion {
  const labels = lists.reduce((most, list) => (list.length > most.length ? list : most), [])
  const byIndex = lists.map((list) => list.map((_, layer) => layer))
  if (lists.every((list) => list.every((label, layer) => label === labels[layer]))) {
    return { labels, layers: byIndex, kind: 'same' }
  }
  const merged = lists.reduce<readonly string[] | undefined>(mergedPair, labels)
  if (merged !== undefined) {
    const layers = lists.map((list) => {
      const places = new Map(list.map((label, layer) => [label, layer]))
      const all = merged.map((label) => places.get(label) ?? -1)
      return all.slice(0, all.findLastIndex((layer) => layer >= 0) + 1)
    })
    return { labels: merged, layers, kind: 'merged' }
  }
  return { labels, layers: byIndex, kind: 'by-index' }
}

/**
 * Returns a list with the labels of another one put in before the next label that both have, or at its end if common
 * labels are in another order. Returns undefined if they have no label in common, or if a label occurs twice.
 */
function mergedPair(
  list: readonly string[] | undefined,
  other: readonly string[],
): readonly string[] | undefined {
  if (list === undefined || other.length === 0) return list
  const places = new Map(list.map((label, place) => [label, place]))
  if (places.size < list.length || new Set(other).size < other.length) return undefined
  const merged: string[] = []
  let taken = 0
  for (const [k, label] of other.entries()) {
    const place = places.get(label)
    if (place === undefined) {
      merged.push(label)
      continue
    }
    if (place < taken) return [...list, ...other.filter((each) => !places.has(each))]
    const own = list.slice(taken, place)
    // Labels of the list come before those that only the other one has, up to the label that both have.
    const since = k - other.slice(0, k).findLastIndex((before) => places.has(before)) - 1
    merged.splice(merged.length - since, 0, ...own)
    merged.push(label)
    taken = place + 1
  }
  const isShared = other.some((label) => places.has(label))
  return isShared ? [...merged, ...list.slice(taken)] : undefined
}
