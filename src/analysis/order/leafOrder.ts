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
  if (n < 2) return new Uint32Array(n)
  const { root, leaves } = clustersOf(parts, n)
  const costs = new Float64Array(n * n)
  const distance = new Float64Array(n * n)
  for (const [i, leaf] of leaves.entries()) {
    for (const [j, other] of leaves.entries()) {
      distance[i * n + j] = distances[leaf * n + other] ?? NaN
    }
  }
  const tables = { n, costs, distance }
  let done = 0
  for (const [left, right] of bottomUp(root)) {
    for (let first = left.start; first < left.end; first++) {
      costEnds(tables, first, left, right)
      done += right.end - right.start
      yield done / ((n * (n - 1)) / 2)
    }
  }
  const order = bestOrder(tables, root).map((place) => leaves[place] ?? 0)
  return (order[0] ?? 0) < (order[n - 1] ?? 0) ? order : order.toReversed()
}

function clustersOf(
  parts: Linkage['parts'],
  n: number,
): { readonly root: Cluster; readonly leaves: Uint32Array } {
  const leaves = new Uint32Array(n)
  const starts = new Uint32Array(2 * n - 1)
  const sizes = new Uint32Array(2 * n - 1).fill(1, 0, n)
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
  let root: Cluster = { start: 0, end: 1 }
  for (const [a, b] of parts) {
    const [left = root, right = root] = [clusters[a], clusters[b]]
    root = { start: left.start, end: right.end, parts: [left, right] }
    clusters.push(root)
  }
  return { root, leaves }
}

/** The parts of every join, those of joins within it first. */
function bottomUp(root: Cluster): readonly (readonly [Cluster, Cluster])[] {
  const found: (readonly [Cluster, Cluster])[] = []
  const waiting = [root]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.parts === undefined) continue
    found.push(next.parts)
    waiting.push(...next.parts)
  }
  return found.toReversed()
}

interface Tables {
  readonly n: number
  /** [first][last]: least cost of the leaves of the smallest cluster with both, between these two. */
  readonly costs: Float64Array
  readonly distance: Float64Array
}

/** Where the other end of a cluster's order is when one end is `leaf`: in its other part. */
function otherEnds({ start, end, parts }: Cluster, leaf: number): readonly [number, number] {
  if (parts === undefined) return [start, end]
  const [left, right] = parts
  return leaf < left.end ? [right.start, right.end] : [left.start, left.end]
}

/** Costs of the orders that begin with one leaf of the left part, for every last one in the right part. */
function costEnds(
  { n, costs, distance }: Tables,
  first: number,
  left: Cluster,
  right: Cluster,
): void {
  const reach = new Float64Array(right.end - right.start).fill(Infinity)
  const [from, to] = otherEnds(left, first)
  for (let inner = from; inner < to; inner++) {
    const cost = costs[first * n + inner] ?? 0
    for (let k = right.start; k < right.end; k++) {
      const sum = cost + (distance[inner * n + k] ?? 0)
      if (sum < (reach[k - right.start] ?? 0)) reach[k - right.start] = sum
    }
  }
  for (let last = right.start; last < right.end; last++) {
    const [low, high] = otherEnds(right, last)
    let least = Infinity
    for (let k = low; k < high; k++) {
      least = Math.min(least, (reach[k - right.start] ?? 0) + (costs[last * n + k] ?? 0))
    }
    /* oxlint-disable no-param-reassign -- the table of n² costs is filled in place */
    costs[first * n + last] = least
    costs[last * n + first] = least
    /* oxlint-enable no-param-reassign */
  }
}

/** The order of the least cost, found once more on the way down: keeping the choices would take as much memory again. */
function bestOrder({ n, costs, distance }: Tables, root: Cluster): Uint32Array {
  const order = new Uint32Array(n)
  const [start, end] = bestPair(root.parts?.[0], root.parts?.[1], (a, b) => costs[a * n + b] ?? 0)
  const waiting = [{ cluster: root, ends: [start, end] as const, at: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { cluster, ends, at } = next
    const [first, last] = ends
    if (cluster.parts === undefined) {
      order[at] = cluster.start
      continue
    }
    const [left, right] = cluster.parts
    const [before, after] = first < left.end ? [left, right] : [right, left]
    const [a, b] = bestPair(
      rangeOf(otherEnds(before, first)),
      rangeOf(otherEnds(after, last)),
      (i, j) => {
        return (costs[first * n + i] ?? 0) + (distance[i * n + j] ?? 0) + (costs[j * n + last] ?? 0)
      },
    )
    waiting.push({ cluster: before, ends: [first, a], at })
    waiting.push({ cluster: after, ends: [b, last], at: at + before.end - before.start })
  }
  return order
}

function rangeOf([start, end]: readonly [number, number]): Cluster {
  return { start, end }
}

/** The first of the pairs of leaves that cost least. */
function bestPair(
  one: Cluster = { start: 0, end: 1 },
  other: Cluster = one,
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
