import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transformedTensor } from '../../../src/analysis/transformedTensor'
import { axesOf } from '../../../src/tensor/Axes'
import { layerCountOf, tokenCountOf, valueAt, type Tensor } from '../../../src/tensor/Tensor'
import { ragged } from './ragged'
import { numbersOf } from '../tensor/numbersOf'
import { cellValues } from '../../../src/tensor/CellValues'

type Compared = Parameters<typeof transformedTensor>[1]

const kinds = ['mean', 'z', 'change'] as const

const anyValue = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -50, max: 50 }).map((k) => k / 16) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity) },
)
const anyRagged = fc
  .record({
    queries: fc.array(fc.array(fc.array(anyValue, { maxLength: 6 }), { maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    }),
    align: fc.constantFrom('start' as const, 'end' as const),
  })
  .map(({ queries, align }) => ragged(queries, { align }))

/** Every cell, padding included: query, layer, token. */
function cellsOf(tensor: Tensor): readonly (readonly [number, number, number])[] {
  return tensor.queries.flatMap((_, q) =>
    Array.from({ length: layerCountOf(tensor, q) }, (__, l) =>
      Array.from({ length: tokenCountOf(tensor, q) }, (___, t) => [q, l, t] as const),
    ).flat(),
  )
}

/** To ten decimals, in which both ways to add agree. */
function shown(value: number | undefined): string {
  return value === undefined ? 'padding' : (Number(value.toFixed(10)) + 0).toString()
}

/** Every cell as the definition has it, read one by one. */
function expected(
  tensor: Tensor,
  name: Compared,
  q: number,
  [l, t]: readonly [number, number],
): number | undefined {
  const value = valueAt(tensor, q, l, t)
  if (value === undefined) return undefined
  const isByLayer = name.startsWith('layer')
  if (name.endsWith('change')) {
    const before = isByLayer ? valueAt(tensor, q, l - 1, t) : valueAt(tensor, q, l, t - 1)
    return value - (before ?? NaN)
  }
  if (!Number.isFinite(value)) return value
  const count = isByLayer ? tokenCountOf(tensor, q) : layerCountOf(tensor, q)
  const others = Array.from({ length: count }, (_, k) =>
    isByLayer ? valueAt(tensor, q, l, k) : valueAt(tensor, q, k, t),
  ).filter((other): other is number => other !== undefined && Number.isFinite(other))
  const mean = others.reduce((sum, other) => sum + other, 0) / others.length
  const variance = others.reduce((sum, other) => sum + (other - mean) ** 2, 0) / others.length
  if (name.endsWith('mean')) return value - mean
  return variance === 0 ? 0 : (value - mean) / Math.sqrt(variance)
}

describe('transformedTensor', () => {
  const names = kinds.flatMap((kind) => [`layer-${kind}` as const, `token-${kind}` as const])

  it.each(names)('%s of no cells is no cells, and names itself', (name) => {
    const tensor = transformedTensor(ragged([[[]]]), name)
    expect(tensor.values).toHaveLength(0)
    expect(tensor.metric).toMatch(/^cosine similarity( −|,) .*(layer|token)/)
  })

  it.each(names)('%s is what its definition says of every cell of any ragged tensor', (name) => {
    fc.assert(
      fc.property(anyRagged, (tensor) => {
        const transformed = transformedTensor(tensor, name)
        const cells = cellsOf(tensor)
        expect(cells.map(([q, ...cell]) => shown(valueAt(transformed, q, ...cell)))).toEqual(
          cells.map(([q, ...cell]) => shown(expected(tensor, name, q, cell))),
        )
      }),
    )
  })

  it('is exactly 0 where all values of a layer are the same, whatever their sum is rounded to', () => {
    for (const name of ['layer-mean', 'layer-z'] as const) {
      expect(numbersOf(transformedTensor(ragged([[[0.1, 0.1, 0.1]]]), name).values)).toEqual([
        0, 0, 0,
      ])
    }
  })

  it('has no change into layer 0, nor into the first token', () => {
    const tensor = ragged([
      [
        [1, 2],
        [4, 8],
      ],
    ])
    expect(numbersOf(transformedTensor(tensor, 'layer-change').values)).toEqual([NaN, NaN, 3, 6])
    expect(numbersOf(transformedTensor(tensor, 'token-change').values)).toEqual([NaN, 1, NaN, 4])
  })

  it('keeps infinities out of the mean, and as they are', () => {
    const { values } = transformedTensor(ragged([[[1, 3, Infinity, NaN]]]), 'layer-mean')
    expect(numbersOf(values)).toEqual([-1, 1, Infinity, NaN])
  })

  it('gives float64 for float32, and leaves the tensor as it was', () => {
    const tensor = ragged([[[0.5, 1]]], { float32: true })
    expect(transformedTensor(tensor, 'layer-mean').values).toEqual(
      cellValues(Float64Array.of(-0.25, 0.25)),
    )
    expect(numbersOf(tensor.values)).toEqual([0.5, 1])
  })

  it('takes the mean without what is left out, and compares that with it too', () => {
    const { values } = transformedTensor(
      ragged([[[9, 1, 3]]]),
      'layer-mean',
      (_, token) => token === 0,
    )
    expect(numbersOf(values)).toEqual([7, -1, 1])
  })

  it('is named after the own axes of the tensor', () => {
    const axes = axesOf({ row: 'Destination token', column: 'MLP layer' })
    const tensor = { ...ragged([[[1, 2]]]), axes }
    expect(transformedTensor(tensor, 'layer-mean').metric).toMatch(/ − destination token mean$/)
    expect(transformedTensor(tensor, 'token-change').metric).toMatch(/from the MLP layer before$/)
  })
})
