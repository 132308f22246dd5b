import { fsum } from 'd3-array'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finish } from '../../../../src/analysis/Sliced'
import { type LineKind } from '../../../../src/analysis/order/Lines'
import { orderOf, orderRefusal } from '../../../../src/analysis/order/orderOf'
import { layerCountOf, tokenCountOf, valueAt, type Tensor } from '../../../../src/tensor/Tensor'
import { anySpec, tensorOf, tensorOfRows } from '../../tensor/anyTensor'

function itemsOf(tensor: Tensor, side: LineKind, setting: string): readonly number[] | undefined {
  const order = finish(orderOf({ tensor, queryIndex: 0, side, setting }))
  return order && [...order.items]
}

/** The lines as they are read cell by cell. */
function linesOf(tensor: Tensor, side: LineKind): readonly (readonly number[])[] {
  const tokens = Array.from({ length: tokenCountOf(tensor, 0) }, (_, token) => token)
  const layers = Array.from({ length: layerCountOf(tensor, 0) }, (_, layer) => layer)
  const at = (layer: number, token: number): number => valueAt(tensor, 0, layer, token) ?? NaN
  return side === 'tokens'
    ? tokens.map((token) => layers.map((layer) => at(layer, token)))
    : layers.map((layer) => tokens.map((token) => at(layer, token)))
}

function meanOf(line: readonly number[]): number {
  const finite = line.filter((value) => Number.isFinite(value))
  // Equal values in another order have the same sum.
  return fsum(finite) / finite.length
}

/** Kendall's τ-b by all pairs. */
function tauOf(line: readonly number[]): number {
  const finite = line.filter((value) => Number.isFinite(value))
  if (finite.length < 2) return NaN
  const signs = finite.flatMap((a, i) => finite.slice(i + 1).map((b) => Math.sign(b - a)))
  const untied = signs.filter((sign) => sign !== 0).length
  const score = signs.reduce((sum, sign) => sum + sign, 0)
  return untied === 0 ? 0 : score / Math.sqrt(signs.length * untied)
}

describe('an order', () => {
  const tensor = tensorOfRows([
    [1, 5, NaN, 3],
    [2, 4, NaN, 9],
    [3, 3],
  ])

  it('by position is the sequence', () => {
    expect(itemsOf(tensor, 'tokens', 'position')).toBeUndefined()
  })

  it('puts the highest first, and what has no value last', () => {
    expect(itemsOf(tensor, 'tokens', 'mean')).toEqual([3, 1, 0, 2])
    expect(itemsOf(tensor, 'tokens', 'layer:0')).toEqual([1, 3, 0, 2])
    expect(itemsOf(tensor, 'layers', 'token:3')).toEqual([1, 0, 2])
    expect(itemsOf(tensor, 'tokens', 'trend')).toEqual([0, 3, 1, 2])
  })

  it('by a layer or a token that there is not is the sequence', () => {
    expect(itemsOf(tensor, 'tokens', 'layer:3')).toBeUndefined()
    expect(itemsOf(tensor, 'layers', 'token:4')).toBeUndefined()
  })

  it.each([
    ['no tokens', [[], []]],
    ['no layers', []],
    ['one cell', [[2]]],
    ['missing cells', [[NaN, NaN], [NaN]]],
  ])('of %s has each of them once', (_, rows) => {
    const small = tensorOfRows(rows)
    for (const setting of ['mean', 'trend', 'cluster']) {
      const tokens = itemsOf(small, 'tokens', setting)
      expect(tokens?.toSorted()).toEqual(linesOf(small, 'tokens').map((__, token) => token))
      const layers = itemsOf(small, 'layers', setting)
      expect(layers?.toSorted()).toEqual(linesOf(small, 'layers').map((__, layer) => layer))
    }
  })

  it('is that of a reading of every cell', () => {
    fc.assert(
      fc.property(anySpec, fc.constantFrom<LineKind>('tokens', 'layers'), (spec, side) => {
        const any = tensorOf(spec)
        const lines = linesOf(any, side)
        const settings: readonly (readonly [string, (line: readonly number[]) => number])[] = [
          ['mean', meanOf],
          ['trend', tauOf],
          [side === 'tokens' ? 'layer:0' : 'token:0', ([value = NaN]) => value],
        ]
        for (const [setting, keyOf] of settings) {
          const keys = lines.map(keyOf)
          const expected = keys
            .map((key, item) => ({ key, item }))
            .toSorted(
              (a, b) =>
                Number(Number.isNaN(a.key)) - Number(Number.isNaN(b.key)) ||
                compare(b.key, a.key) ||
                a.item - b.item,
            )
          const isPossible =
            !setting.endsWith(':0') || (lines[0]?.length ?? lengthOf(any, side)) > 0
          expect(itemsOf(any, side, setting)).toEqual(
            isPossible ? expected.map(({ item }) => item) : undefined,
          )
        }
      }),
    )
  })

  it('that does not fit is refused with what fits and what there is', () => {
    const long = { ...tensor, tokenCounts: Uint32Array.of(3000) }
    const input = { tensor: long, queryIndex: 0, side: 'tokens' } as const
    expect(orderRefusal({ ...input, setting: 'mean' })).toBeUndefined()
    expect(orderRefusal({ ...input, setting: 'cluster' })).toBe(
      'Clustering takes up to 1,024 tokens, and here are 3,000: the tokens stay in sequence.',
    )
    expect(itemsOf(long, 'tokens', 'cluster')).toBeUndefined()
    const huge = { ...tensor, tokenCounts: Uint32Array.of(2_000_000) }
    expect(orderRefusal({ ...input, tensor: huge, setting: 'mean' })).toContain('1,048,576 tokens')
    // The sequence is no order that anybody asked for.
    expect(orderRefusal({ ...input, tensor: huge, setting: 'position' })).toBeUndefined()
    expect(orderRefusal({ ...input, tensor: huge, side: 'layers', setting: 'cluster' })).toBe(
      'Clustering takes up to 2,097,152 cells, and here are 6,000,000: the layers stay in sequence.',
    )
  })
})

/** Of the lines, also where there are none. */
function lengthOf(tensor: Tensor, side: LineKind): number {
  return side === 'tokens' ? layerCountOf(tensor, 0) : tokenCountOf(tensor, 0)
}

/** Also for two infinities, whose difference is NaN. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}
