import { wordsOf } from '../../tensor/Axes'
import { permutationOf, type Permutation } from '../../tensor/Matrix'
import {
  layerCountOf,
  layerLabel,
  sequenceIndex,
  tokenCountOf,
  type Tensor,
} from '../../tensor/Tensor'
import { grouped } from '../../text/counted'
import { kendallTau } from '../kendallTau'
import { meanOf } from '../sumOf'
import { isolated } from '../../text/isolated'
import { visibleProse } from '../../text/visibleText'
import { type Sliced } from '../Sliced'
import { clusterOrder, type ClusterOrder } from './clusterOrder'
import { finiteOf, linesOf, pauseEvery, type Lines, type LineKind } from './Lines'

/**
 * Largest numbers of tokens or layers that can be ordered, and clustered: clustering takes n² distances and n³ steps.
 */
const MOST_ITEMS = 1 << 20
const MOST_CLUSTERED = 1024
/** Largest number of cells that can be clustered. */
const MOST_CELLS = 1 << 21

/** Which lines to order, and by what. */
export interface OrderInput {
  /** Tensor of the displayed values that count. */
  readonly tensor: Tensor
  readonly queryIndex: number
  readonly side: LineKind
  /** Value of the view's setting, such as `mean` or `layer:3`. */
  readonly setting: string
}

/**
 * Returns a sentence that explains why an order is not possible, or undefined if it is, as the sequence always is.
 */
export function orderRefusal({
  tensor,
  queryIndex,
  side,
  setting,
}: OrderInput): string | undefined {
  if (setting === 'position') return undefined
  const layerCount = layerCountOf(tensor, queryIndex)
  const tokenCount = tokenCountOf(tensor, queryIndex)
  const count = side === 'tokens' ? tokenCount : layerCount
  const isCluster = setting === 'cluster'
  const { row, column } = wordsOf(tensor)
  const noun = side === 'tokens' ? column : row
  const limits: readonly (readonly [number, number, string])[] = [
    [count, isCluster ? MOST_CLUSTERED : MOST_ITEMS, noun.many],
    [layerCount * tokenCount, isCluster ? MOST_CELLS : Infinity, 'cells'],
  ]
  const [found, most, counted] = limits.find(([number, limit]) => number > limit) ?? []
  if (found === undefined || most === undefined) return undefined
  const verb = isCluster ? 'Clustering' : 'Ordering'
  return `${verb} takes up to ${grouped(most)} ${counted}, and here are ${grouped(found)}: the ${noun.many} stay in sequence.`
}

/**
 * Returns the order of a query's tokens or layers. An order by keys has the highest first, lines without a key last,
 * and lines with equal keys in sequence:
 * - `mean`: the mean of the finite values;
 * - `trend`: Kendall's τ-b of the finite values, of a token over the layers, of a layer over the tokens;
 * - `layer:3`, `token:12`: the value there.
 *
 * The order `cluster` is that of `clusterOrder`. Returns undefined for the sequence itself, for an order that
 * `orderRefusal` refuses, and for the value of a layer or token that does not exist.
 */
export function* orderOf(input: OrderInput): Sliced<Permutation | undefined> {
  const { tensor, queryIndex, side, setting } = input
  if (setting === 'position' || orderRefusal(input) !== undefined) return undefined
  if (setting === 'cluster') {
    const { profiles, count } = yield* profilesToCluster(input)
    return permutationOfClusters(yield* clusterOrder(profiles, count))
  }
  const lines = linesOf(tensor, queryIndex, side)
  const [kind = '', place] = setting.split(':')
  const keyOf = KEYS[kind]
  if (keyOf === undefined && !(Number(place) < lines.length)) return undefined
  const line = new Float64Array(lines.length)
  const keys = new Float64Array(lines.count)
  for (let item = 0; item < lines.count; item++) {
    lines.read(item, line)
    keys[item] = keyOf === undefined ? (line[Number(place)] ?? NaN) : keyOf(finiteOf(line))
    if (item % pauseEvery(lines) === 0) yield
  }
  return permutationOf(yield* itemsByKey(keys), aboutOf(input, kind, Number(place)))
}

/** Returns the input of `clusterOrder`: all lines, one after the other. */
export function* profilesToCluster(input: OrderInput): Sliced<Lines & { profiles: Float64Array }> {
  const lines = linesOf(input.tensor, input.queryIndex, input.side)
  const { count, length } = lines
  const profiles = new Float64Array(count * length)
  for (let item = 0; item < count; item++) {
    lines.read(item, profiles.subarray(item * length, (item + 1) * length))
    if (item % pauseEvery(lines) === 0) yield
  }
  return { ...lines, profiles }
}

/** Returns the order, with its dendrogram, of lines that were clustered. */
export function permutationOfClusters({ items, tree }: ClusterOrder): Permutation {
  return { ...permutationOf(items, 'similarity (average linkage, 1 − r)'), tree }
}

/** Functions that compute the key of a line from its finite values, by name. */
const KEYS: Readonly<Record<string, (values: Float64Array) => number>> = {
  mean: meanOf,
  trend: trendOf,
}

function trendOf(values: Float64Array): number {
  return values.length < 2 ? NaN : kendallTau(values)
}

/** Returns the key of an order in words, visible and valid. */
function aboutOf({ tensor, side }: OrderInput, kind: string, place: number): string {
  const { row, column } = wordsOf(tensor)
  if (kind === 'mean') return 'mean, highest first'
  if (kind === 'trend') {
    const { many } = side === 'tokens' ? row : column
    return `trend over ${many} (Kendall’s τ), rising first`
  }
  if (kind !== 'layer')
    return `value of ${column.one} ${sequenceIndex(tensor, place)}, highest first`
  const label = isolated(visibleProse(layerLabel(tensor, place)))
  return `value in ${row.one} ${label}, highest first`
}

/** Returns the items sorted by descending key, then those whose key is NaN; items with equal keys keep their order. */
function* itemsByKey(keys: Float64Array): Sliced<Uint32Array> {
  const count = keys.length
  let from = Uint32Array.from({ length: count }, (_, item) => item)
  let to = new Uint32Array(count)
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      merge(from, to, keys, [start, start + width])
    }
    yield
    ;[from, to] = [to, from]
  }
  return from
}

/** Merges two neighbouring sorted runs of the same width. */
function merge(
  from: Uint32Array,
  to: Uint32Array,
  keys: Float64Array,
  [start, middle]: readonly [start: number, middle: number],
): void {
  const end = Math.min(2 * middle - start, from.length)
  let left = start
  let right = middle
  for (let k = start; k < end; k++) {
    const isLeft = right >= end || (left < middle && !isHigher(keys, from[right], from[left]))
    // oxlint-disable-next-line no-param-reassign -- the two arrays take turns, so that none is allocated again
    to[k] = from[isLeft ? left++ : right++] ?? 0
  }
}

function isHigher(keys: Float64Array, item = 0, other = 0): boolean {
  const key = keys[item] ?? NaN
  const before = keys[other] ?? NaN
  return key > before || (Number.isNaN(before) && !Number.isNaN(key))
}
