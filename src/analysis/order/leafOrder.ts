import { type Linkage } from './averageLinkage'

/** A cluster, as a range of leaves in some order that the tree allows. */
interface Cluster {
  readonly start: number
  readonly end: number
  readonly parts?: readonly [Cluster, Cluster]
}

/**
 * The order of the leaves, among all that turning the tree's joins gives, in which neighbours are least distant in sum
 * (Bar-Joseph, Gifford and Jaakkola, 2001), in O(n³) time and O(n²) memory. Of an order and its reverse, the one that
 * begins with the lower leaf. `distances` is n × n and symmetric. Yields the share that is done, roughly.
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

/** Clusters in the order in which they are joined, and the leaves in an order in which each is a range. */
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
  /** [first][last]: least cost of the leaves of the smallest cluster with both, between these two. */
  readonly costs: Float64Array
  readonly distance: Float64Array
}

/** Where the other end of a cluster's order is when one end is `leaf`: in its other part. */
function otherEnds(cluster: Cluster, leaf: number): Cluster {
  if (cluster.parts === undefined) return cluster
  const [left, right] = cluster.parts
  return leaf < left.end ? right : left
}

/** Costs of the orders that begin with one leaf of the left part, for every last one in the right part. */
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

/** The order of the least cost, found once more on the way down: keeping the choices would take as much memory again. */
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

/** The first of the pairs of leaves that cost least. */
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
