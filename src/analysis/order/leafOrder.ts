import { type Linkage } from './averageLinkage'

/** A cluster, as a range of leaves in an order that the tree permits. `end` is exclusive. */
interface Cluster {
  readonly start: number
  readonly end: number
  readonly parts?: readonly [Cluster, Cluster]
}

/**
 * Returns the order of the leaves with the least sum of distances between neighbours, among all orders that flipping
 * the joins of the tree gives (Bar-Joseph, Gifford and Jaakkola, 2001), in O(n³) time and O(n²) memory. Of an order and
 * its reverse, the one that begins with the lower leaf is returned. `distances` is n × n and symmetric. Yields the
 * approximate completed share, 0 … 1.
 */
export function* leafOrder(
  { parts }: Linkage,
  distances: Float64Array,
  n: number,
): Generator<number, Uint32Array> {
  const { clusters, leaves } = clustersOf(parts, n)
  const root = clusters.at(-1)
  if (root?.parts === undefined) return leaves
  const distance = Float64Array.from({ length: n * n }, (_, k) => {
    return distances[(leaves[Math.floor(k / n)] ?? 0) * n + (leaves[k % n] ?? 0)] ?? NaN
  })
  const tables = { n, costs: new Float64Array(n * n), distance }
  let done = 0
  for (const { parts: joined } of clusters) {
    if (joined === undefined) continue
    const [left, right] = joined
    for (let first = left.start; first < left.end; first++) {
      costEnds(tables, first, left, right)
      done += right.end - right.start
      yield done / ((n * (n - 1)) / 2)
    }
  }
  const [left, right] = root.parts
  const [first, last] = bestPair(left, right, (a, b) => tables.costs[a * n + b] ?? 0)
  const order = Uint32Array.from(
    bestOrder(tables, root, first, last),
    (place) => leaves[place] ?? 0,
  )
  return (order[0] ?? 0) < (order[n - 1] ?? 0) ? order : order.toReversed()
}

/** Returns the clusters in the order of the joins, and the leaves in an order in which every cluster is a range. */
function clustersOf(
  parts: Linkage['parts'],
  n: number,
): { readonly clusters: readonly Cluster[]; readonly leaves: Uint32Array } {
  const leaves = new Uint32Array(n)
  const starts = new Uint32Array(2 * n)
  const sizes = new Uint32Array(2 * n).fill(1, 0, n)
  for (const [k, [a, b]] of parts.entries()) sizes[n + k] = (sizes[a] ?? 0) + (sizes[b] ?? 0)
  for (const [k, [a, b]] of [...parts.entries()].toReversed()) {
    starts[a] = starts[n + k] ?? 0
    starts[b] = (starts[n + k] ?? 0) + (sizes[a] ?? 0)
  }
  const clusters: Cluster[] = Array.from({ length: n }, (_, leaf) => {
    const start = starts[leaf] ?? 0
    leaves[start] = leaf
    return { start, end: start + 1 }
  })
  for (const [a, b] of parts) {
    const [left, right] = [clusters[a], clusters[b]]
    if (left && right) clusters.push({ start: left.start, end: right.end, parts: [left, right] })
  }
  return { clusters, leaves }
}

interface Tables {
  readonly n: number
  /** [first][last]: least cost of an order of the smallest cluster with both leaves that begins and ends with them. */
  readonly costs: Float64Array
  readonly distance: Float64Array
}

/**
 * Returns the part of a cluster in which its order ends if it begins with `leaf`: the part without that leaf, or the
 * cluster itself if it is one leaf.
 */
function otherEnds(cluster: Cluster, leaf: number): Cluster {
  if (cluster.parts === undefined) return cluster
  const [left, right] = cluster.parts
  return leaf < left.end ? right : left
}

/**
 * Fills in the costs of the orders that begin with one leaf of the left part, for every last leaf in the right part.
 */
function costEnds(
  { n, costs, distance }: Tables,
  first: number,
  left: Cluster,
  right: Cluster,
): void {
  const reach = new Float64Array(right.end - right.start).fill(Infinity)
  const inside = otherEnds(left, first)
  for (let inner = inside.start; inner < inside.end; inner++) {
    const cost = costs[first * n + inner] ?? 0
    for (let k = right.start; k < right.end; k++) {
      const sum = cost + (distance[inner * n + k] ?? 0)
      if (sum < (reach[k - right.start] ?? 0)) reach[k - right.start] = sum
    }
  }
  for (let last = right.start; last < right.end; last++) {
    const { start, end } = otherEnds(right, last)
    let least = Infinity
    for (let k = start; k < end; k++) {
      least = Math.min(least, (reach[k - right.start] ?? 0) + (costs[last * n + k] ?? 0))
    }
    /* oxlint-disable no-param-reassign -- the table of n² costs is filled in place */
    costs[first * n + last] = least
    costs[last * n + first] = least
    /* oxlint-enable no-param-reassign */
  }
}

/**
 * Returns the order of least cost between two leaves. Its choices are computed again, since storing them would take as
 * much memory as the costs.
 */
function bestOrder(
  tables: Tables,
  cluster: Cluster,
  first: number,
  last: number,
): readonly number[] {
  if (cluster.parts === undefined) return [first]
  const { n, costs, distance } = tables
  const [left, right] = cluster.parts
  const [before, after] = first < left.end ? [left, right] : [right, left]
  const [a, b] = bestPair(otherEnds(before, first), otherEnds(after, last), (i, j) => {
    return (costs[first * n + i] ?? 0) + (distance[i * n + j] ?? 0) + (costs[j * n + last] ?? 0)
  })
  return [...bestOrder(tables, before, first, a), ...bestOrder(tables, after, b, last)]
}

/** Returns the first pair of leaves with the least cost. */
function bestPair(
  one: Cluster,
  other: Cluster,
  costOf: (a: number, b: number) => number,
): readonly [number, number] {
  let best: readonly [number, number] = [one.start, other.start]
  let least = Infinity
  for (let a = one.start; a < one.end; a++) {
    for (let b = other.start; b < other.end; b++) {
      const cost = costOf(a, b)
      if (cost >= least) continue
      least = cost
      best = [a, b]
    }
  }
  return best
}
