import { type Sliced } from '../Sliced'

/** Returns the items sorted by descending key, then those whose key is NaN; items with equal keys keep their order. */
export function* itemsByKey(keys: Float64Array): Sliced<Uint32Array> {
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
