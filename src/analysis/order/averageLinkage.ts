/** A binary tree of clusters: the leaves are numbered 0 … n − 1, and join k has the number n + k. */
export interface Linkage {
  /**
   * The numbers of the two clusters of each join, the lower first; joins are sorted from the nearest to the farthest.
   */
  readonly parts: readonly (readonly [number, number])[]
  /** Mean distance between the leaves of the two clusters of each join, never decreasing. */
  readonly heights: Float64Array
}

/**
 * Clusters hierarchically with average linkage (UPGMA; Sokal and Michener, 1958) by the nearest-neighbour chain
 * (Murtagh, 1983; Müllner, arXiv:1109.2378), in O(n²). `distances` is n × n and symmetric, and is overwritten. Yields
 * the completed share, 0 … 1.
 */
export function* averageLinkage(distances: Float64Array, n: number): Generator<number, Linkage> {
  const sizes = new Uint32Array(n).fill(1)
  const chain: number[] = []
  const joins: { readonly a: number; readonly b: number; readonly height: number }[] = []
  while (joins.length < n - 1) {
    if (chain.length === 0) chain.push(sizes.findIndex((size) => size > 0))
    const a = chain.at(-1) ?? 0
    const before = chain.at(-2)
    const b = nearest(distances, sizes, a, before)
    if (b !== before) {
      chain.push(b)
      continue
    }
    joins.push({ a, b, height: distances[a * n + b] ?? NaN })
    join(distances, sizes, a, b)
    chain.length -= 2
    yield joins.length / (n - 1)
  }
  return labelled(joins, n)
}

/**
 * Returns the cluster nearest to another one; among equally near ones `preferred`, so that the chain ends, then the
 * lowest.
 */
function nearest(
  distances: Float64Array,
  sizes: Uint32Array,
  from: number,
  preferred = -1,
): number {
  const n = sizes.length
  let best = preferred
  let least = preferred < 0 ? Infinity : (distances[from * n + preferred] ?? Infinity)
  for (let other = 0; other < n; other++) {
    const distance = distances[from * n + other] ?? Infinity
    if (distance >= least || other === from || sizes[other] === 0) continue
    least = distance
    best = other
  }
  return best
}

/* oxlint-disable no-param-reassign -- n² distances are kept up in place */

/** Merges cluster `a` into cluster `b`. */
function join(distances: Float64Array, sizes: Uint32Array, a: number, b: number): void {
  const n = sizes.length
  const [sizeA = 0, sizeB = 0] = [sizes[a], sizes[b]]
  for (let other = 0; other < n; other++) {
    if (other === a || other === b) continue
    const [toA = 0, toB = 0] = [distances[other * n + a], distances[other * n + b]]
    const mean = (sizeA * toA + sizeB * toB) / (sizeA + sizeB)
    distances[other * n + b] = mean
    distances[b * n + other] = mean
  }
  sizes[b] = sizeA + sizeB
  sizes[a] = 0
}

/* oxlint-enable no-param-reassign */

/**
 * Returns the joins sorted by height, each with the numbers of the clusters that it joins; a chain finds them unsorted.
 */
function labelled(
  joins: readonly { readonly a: number; readonly b: number; readonly height: number }[],
  n: number,
): Linkage {
  const sorted = joins.toSorted((one, other) => one.height - other.height)
  const parents = Uint32Array.from({ length: 2 * n - 1 }, (_, node) => node)
  const rootOf = (leaf: number): number => {
    let node = leaf
    while (parents[node] !== node) node = parents[node] ?? node
    return node
  }
  const parts = sorted.map(({ a, b }, k) => {
    const [left, right] = [rootOf(a), rootOf(b)].toSorted((one, other) => one - other)
    parents[left ?? 0] = n + k
    parents[right ?? 0] = n + k
    return [left ?? 0, right ?? 0] as const
  })
  return { parts, heights: Float64Array.from(sorted, ({ height }) => height) }
}
