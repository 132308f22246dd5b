import { averageLinkage, type Linkage } from './averageLinkage'
import { leafOrder } from './leafOrder'

/** An order of items that was made by clustering. */
export interface ClusterOrder {
  /** The item at each place. */
  readonly items: Uint32Array
  /** The dendrogram, in the form of `Permutation.tree`. */
  readonly tree: Float64Array
}

/**
 * Orders profiles so that similar ones are neighbours: average linkage of 1 − Pearson's r, with leaves in optimal
 * order. `profiles` holds `count` rows of equal length. NaN and ±Infinity are skipped pair by pair. An undefined r (a
 * constant profile, or fewer than two finite pairs) is taken as 0. Yields the completed share, 0 … 1.
 */
export function* clusterOrder(
  profiles: Float64Array,
  count: number,
): Generator<number, ClusterOrder> {
  const distances = new Float64Array(count * count)
  const length = profiles.length / count
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < a; b++) {
      const distance = 1 - pearson(profiles, a * length, b * length, length)
      distances[a * count + b] = distance
      distances[b * count + a] = distance
    }
    yield (a / count) ** 2 / 3
  }
  const linkage = yield* shareOf(averageLinkage(distances.slice(), count), 1 / 3)
  const items = yield* shareOf(leafOrder(linkage, distances, count), 2 / 3)
  return { items, tree: treeOf(linkage, items) }
}

function* shareOf<T>(work: Generator<number, T>, before: number): Generator<number, T> {
  let step = work.next()
  while (step.done !== true) {
    yield before + step.value / 3
    step = work.next()
  }
  return step.value
}

/**
 * Returns Pearson's r of the finite pairs, or 0 if it is undefined. Sums use differences from the first pair, so that
 * those of a constant are exactly 0.
 */
function pearson(values: Float64Array, startA: number, startB: number, length: number): number {
  let n = 0
  let [firstA, firstB, sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0, 0, 0]
  for (let k = 0; k < length; k++) {
    const valueA = values[startA + k] ?? NaN
    const valueB = values[startB + k] ?? NaN
    // A difference with itself is 0 for finite values only.
    if (valueA - valueA !== 0 || valueB - valueB !== 0) continue
    if (n++ === 0) [firstA, firstB] = [valueA, valueB]
    const a = valueA - firstA
    const b = valueB - firstB
    sumA += a
    sumB += b
    squareA += a * a
    squareB += b * b
    product += a * b
  }
  const spread = (squareA - (sumA * sumA) / n) * (squareB - (sumB * sumB) / n)
  const r = (product - (sumA * sumB) / n) / Math.sqrt(spread)
  return Number.isFinite(r) ? Math.max(-1, Math.min(1, r)) : 0
}

function treeOf({ parts, heights }: Linkage, items: Uint32Array): Float64Array {
  const n = items.length
  const places = new Float64Array(2 * n)
  for (const [place, item] of items.entries()) places[item] = place
  return Float64Array.from(
    parts.flatMap(([a, b], k) => {
      const ends = [a, b].map((node) => [places[node] ?? 0, heights[node - n] ?? 0] as const)
      const [[placeA, heightA], [placeB, heightB]] = [ends[0] ?? [0, 0], ends[1] ?? [0, 0]]
      places[n + k] = (placeA + placeB) / 2
      return [placeA, heightA, placeB, heightB, heights[k] ?? 0]
    }),
  )
}
