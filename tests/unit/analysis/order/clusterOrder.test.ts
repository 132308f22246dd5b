import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageLinkage, type Linkage } from '../../../../src/analysis/order/averageLinkage'
import { clusterOrder } from '../../../../src/analysis/order/clusterOrder'
import { leafOrder } from '../../../../src/analysis/order/leafOrder'

function finish<T>(work: Generator<number, T>): T {
  let before = 0
  let step = work.next()
  while (step.done !== true) {
    expect(step.value).toBeGreaterThanOrEqual(before - 1e-12)
    expect(step.value).toBeLessThanOrEqual(1 + 1e-12)
    before = step.value
    step = work.next()
  }
  return step.value
}

/** Symmetric distances of up to seven leaves, with ties. */
const anyDistances = fc.integer({ min: 1, max: 7 }).chain((n) => {
  const count = (n * (n - 1)) / 2
  return fc
    .array(fc.integer({ min: 0, max: 12 }), { minLength: count, maxLength: count })
    .map((pairs) => ({ n, distances: squareOf(n, pairs) }))
})

function squareOf(n: number, pairs: readonly number[]): Float64Array {
  const square = new Float64Array(n * n)
  let k = 0
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      square[a * n + b] = pairs[k] ?? 0
      square[b * n + a] = pairs[k++] ?? 0
    }
  }
  return square
}

function leavesOf({ parts }: Linkage, n: number, node: number): readonly number[] {
  if (node < n) return [node]
  return (parts[node - n] ?? []).flatMap((part) =>
    leavesOf({ parts, heights: new Float64Array() }, n, part),
  )
}

function allOrders(linkage: Linkage, n: number, node: number): readonly (readonly number[])[] {
  const [a, b] = linkage.parts[node - n] ?? []
  if (a === undefined || b === undefined) return [[node]]
  const [left, right] = [allOrders(linkage, n, a), allOrders(linkage, n, b)]
  return left.flatMap((one) =>
    right.flatMap((other) => [
      [...one, ...other],
      [...other, ...one],
    ]),
  )
}

function costOf(order: Iterable<number>, distances: Float64Array, n: number): number {
  const leaves = [...order]
  return leaves
    .slice(1)
    .reduce((sum, leaf, k) => sum + (distances[(leaves[k] ?? 0) * n + leaf] ?? 0), 0)
}

describe('average linkage', () => {
  it('joins at the mean distance of all pairs, and always the nearest two clusters', () => {
    fc.assert(
      fc.property(anyDistances, ({ n, distances }) => {
        const linkage = finish(averageLinkage(distances.slice(), n))
        const meanOf = (a: readonly number[], b: readonly number[]): number => {
          const pairs = a.flatMap((one) => b.map((other) => distances[one * n + other] ?? NaN))
          return pairs.reduce((sum, each) => sum + each, 0) / pairs.length
        }
        let open = Array.from({ length: n }, (_, leaf) => [leaf] as readonly number[])
        for (const [k, [a, b]] of linkage.parts.entries()) {
          const all = open.flatMap((one, i) => open.slice(i + 1).map((other) => meanOf(one, other)))
          const [left, right] = [leavesOf(linkage, n, a), leavesOf(linkage, n, b)]
          expect(linkage.heights[k]).toBeCloseTo(meanOf(left, right), 9)
          expect(linkage.heights[k]).toBeCloseTo(Math.min(...all), 9)
          const joined = new Set([...left, ...right])
          open = [...open.filter(([leaf = 0]) => !joined.has(leaf)), [...joined]]
        }
        expect(open).toHaveLength(1)
      }),
    )
  })
})

describe('the optimal order of leaves', () => {
  it('costs no more than any order that the tree allows, and is one of them', () => {
    fc.assert(
      fc.property(anyDistances, ({ n, distances }) => {
        const linkage = finish(averageLinkage(distances.slice(), n))
        const order = finish(leafOrder(linkage, distances, n))
        const all = allOrders(linkage, n, 2 * n - 2)
        expect(all.map(String)).toContain(String([...order]))
        const least = Math.min(...all.map((each) => costOf(each, distances, n)))
        expect(costOf(order, distances, n)).toBeCloseTo(least, 9)
      }),
    )
  })
})

describe('an order by similarity', () => {
  /*
   * Made with SciPy 1.17.1: d = pdist(x, 'correlation'); z = linkage(d, 'average'); leaves_list(optimal_leaf_ordering(z, d)).
   * For other x that order costs more than the best of all that z allows: this is one where both agree.
   */
  it('is that of SciPy', () => {
    const rows = Array.from({ length: 8 }, (_, i) =>
      Array.from({ length: 6 }, (__, j) => (6 * i * i + 3 * j * j + 5 * i * j + i * j * j) % 13),
    )
    const { items, tree } = finish(clusterOrder(Float64Array.from(rows.flat()), 8))
    expect([...items].toReversed()).toEqual([6, 7, 1, 0, 2, 5, 4, 3])
    const heights = Array.from({ length: 7 }, (_, k) => tree[5 * k + 4] ?? NaN)
    const expected = [
      0.14615658168727963, 0.2496364139818983, 0.33153146706561665, 0.516417627450241,
      0.7420548267545793, 1.1431207471497924, 1.275266688093047,
    ]
    heights.forEach((height, k) => expect(height).toBeCloseTo(expected[k] ?? NaN, 12))
  })

  it.each([
    ['nothing', []],
    ['one item', [[1, 2]]],
    [
      'constants',
      [
        [1, 1],
        [2, 2],
        [1, 1],
      ],
    ],
    [
      'items without a value',
      [
        [NaN, NaN],
        [1, 2],
        [Infinity, NaN],
      ],
    ],
    ['items of no values', [[], [], []]],
  ])('of %s has each once, all undefined distances being 1', (_, rows) => {
    const { items, tree } = finish(clusterOrder(Float64Array.from(rows.flat()), rows.length))
    expect([...items].toSorted((a, b) => a - b)).toEqual(rows.map((__, item) => item))
    expect([...tree].every((number) => Number.isFinite(number))).toBe(true)
    expect(tree).toHaveLength(5 * Math.max(0, rows.length - 1))
  })

  it('compares the values that both have', () => {
    const rows = [
      [1, 2, 3, NaN],
      [9, 1, 1, 0],
      [10, 20, 30, -Infinity],
      [NaN, NaN, 5, 0],
    ]
    const { items, tree } = finish(clusterOrder(Float64Array.from(rows.flat()), 4))
    const places = [0, 2].map((item) => items.indexOf(item))
    expect(Math.abs((places[0] ?? 0) - (places[1] ?? 0))).toBe(1)
    expect(tree[4]).toBeCloseTo(0, 12)
  })
})
