import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnPairs } from '../../../../src/analysis/difference/columnPairs'
import { layerPairs } from '../../../../src/analysis/difference/layerPairs'
import { subtractRefusal } from '../../../../src/analysis/difference/subtracted'
import { cellValues } from '../../../../src/tensor/CellValues'
import { doubtOf } from '../../../../src/tensor/unconfirmed'
import { distanceOf, layerLabel, tokenText, valuesOfQuery } from '../../../../src/tensor/Tensor'
import { anyTensor } from '../../formats/anyTensor'
import { readOne } from '../../formats/readText'
import { partOf, reread } from '../combine/partOf'
import { cellsOf, companionCells, differenceOf } from './differenceOf'

const run = {
  title: 'Run',
  hidden_size: 64,
  queries: [{ label: 'M', position: 3 }],
  tokens: [['a', 'b', 'c']],
}
const step0 = await readOne({
  ...run,
  model: 'net, step 0',
  values: [[[0.5, 1, null]], [[]]].slice(0, 1),
})
const step2 = await readOne({ ...run, model: 'net, step 2', values: [[[0.75, 1, 4]]] })

describe('subtracted', () => {
  it('is A − B, with A, B and their names', () => {
    const { name, tensor } = differenceOf(partOf(step2), partOf(step0))
    expect(name).toBe('step 2 − step 0')
    expect(tensor).toMatchObject({
      title: 'M: step 2 − step 0',
      metric: 'Δ cosine similarity',
      queries: [{ label: 'M', position: 3 }],
      difference: {
        a: { label: 'step 2 · M', hiddenSize: 64, model: 'net, step 2' },
        b: { label: 'step 0 · M', hiddenSize: 64, model: 'net, step 0' },
        matched: 'position',
      },
      view: { colormap: 'vik', domain: 'symmetric', pivot: 0 },
    })
    expect(cellsOf(tensor)).toStrictEqual([[0.25, 0, NaN]])
    expect(companionCells(tensor, 'A')).toStrictEqual([[0.75, 1, 4]])
    expect(companionCells(tensor, 'B')).toStrictEqual([[0.5, 1, NaN]])
  })

  it('shares the memory of operands with the same rows', () => {
    const { tensor } = differenceOf(partOf(step2), partOf(step0))
    const [a, b] = tensor.companions ?? []
    const blockOf = (companion = a): unknown =>
      companion && 'blocks' in companion.values ? companion.values.blocks[0]?.buffer : undefined
    expect(blockOf(a)).toBe(step2.values.blocks[0]?.buffer)
    expect(blockOf(b)).toBe(step0.values.blocks[0]?.buffer)
  })

  it('of a query and itself is exactly 0 wherever it has a finite value', () => {
    fc.assert(
      fc.property(anyTensor, fc.nat(3), (tensor, query) => {
        const q = query % tensor.queries.length
        const part = partOf(tensor, q)
        fc.pre(columnPairs(part, part, 'position').shared > 0)
        for (const axis of ['position', 'distance', 'aligned'] as const) {
          const made = differenceOf(part, part, { axis }).tensor
          const expected = cellsOf(tensor, q).map((row) =>
            row.map((value) => (value === undefined ? value : Number.isFinite(value) ? 0 : NaN)),
          )
          expect(cellsOf(made)).toStrictEqual(expected)
          expect(companionCells(made, 'A')).toStrictEqual(cellsOf(tensor, q))
        }
      }),
    )
  })

  it('has float32 results where both operands are float32, and float64 otherwise', () => {
    const narrow = { ...step0, values: cellValues(Float32Array.of(0.1, 1, NaN)) }
    const other = { ...step2, values: cellValues(Float32Array.of(0.3, 1, 4)) }
    const both = differenceOf(partOf(other), partOf(narrow)).tensor
    expect(both.values.blocks[0]).toStrictEqual(
      Float32Array.of(Math.fround(0.3) - Math.fround(0.1), 0, NaN),
    )
    const mixed = differenceOf(partOf(other), partOf(step0)).tensor
    expect(mixed.values.blocks[0]).toStrictEqual(Float64Array.of(Math.fround(0.3) - 0.5, 0, NaN))
    expect(mixed.companions?.[0]?.values).toStrictEqual(valuesOfQuery(other, 0))
  })

  it('keeps columns that only one has: no difference, and the value of the other', async () => {
    const a = await readOne({ tokens: [['x', 'a', 'b', 'c']], values: [[[9, 1, 2, 3]]] })
    const b = await readOne({ tokens: [['a', 'b', 'y', 'c']], values: [[[10, 20, 7, 30]]] })
    const { tensor } = differenceOf(partOf(a), partOf(b), { axis: 'aligned' })
    expect(tensor.difference?.matched).toBe('text')
    expect(tensor.tokens).toStrictEqual({ kind: 'own', texts: [['x', 'a', 'b', 'y', 'c']] })
    expect(cellsOf(tensor)).toStrictEqual([[NaN, -9, -18, NaN, -27]])
    expect(companionCells(tensor, 'A')).toStrictEqual([[9, 1, 2, NaN, 3]])
    expect(companionCells(tensor, 'B')).toStrictEqual([[NaN, 10, 20, 7, 30]])
    expect(await reread(tensor)).toStrictEqual({ ...tensor, queryExtra: [[]] })
  })

  it('matches tokens by index or by distance, and names pairs of different texts', async () => {
    const tensor = await readOne({
      queries: [
        { label: 'one', position: 2 },
        { label: 'two', position: 4 },
      ],
      tokens: ['a', 'b', 'c', 'd'],
      values: [[[1, 2]], [[10, 20, 30, 40]]],
    })
    const [one, two] = [partOf(tensor, 0), partOf(tensor, 1)]
    const byIndex = differenceOf(two, one).tensor
    expect(cellsOf(byIndex)).toStrictEqual([[9, 18, NaN, NaN]])
    expect(tokenText(byIndex, 0, 3)).toBe('d')
    const byDistance = differenceOf(two, one, { axis: 'distance' }).tensor
    expect(cellsOf(byDistance)).toStrictEqual([[NaN, NaN, 29, 38]])
    expect(tokenText(byDistance, 0, 2)).toBe('c / a')
    expect(distanceOf(byDistance, 0, 3)).toBe(1)
    expect(columnPairs(two, one, 'distance')).toMatchObject({ shared: 2, onlyInA: 2, unlike: 2 })
    expect(byDistance.queries[0]?.label).toBe('two − one')
  })

  it('keeps padding where both have it', async () => {
    const rows = { align: 'end', tokens: [['a', 'b', 'c']] }
    const a = await readOne({ ...rows, values: [[[3], [1, 2, 3], []]] })
    const b = await readOne({ ...rows, values: [[[1], [1, 1], []]] })
    const { tensor } = differenceOf(partOf(a), partOf(b))
    expect(cellsOf(tensor)).toStrictEqual([
      [undefined, undefined, 2],
      [NaN, 1, 2],
      [undefined, undefined, undefined],
    ])
    const started = await readOne({ tokens: [['a', 'b', 'c']], values: [[[1], [1, 1], []]] })
    const mixed = differenceOf(partOf(a), partOf(started)).tensor
    expect(cellsOf(mixed)[0]).toStrictEqual([NaN, NaN, NaN])
    expect(companionCells(mixed, 'A')[0]).toStrictEqual([NaN, NaN, 3])
  })

  it('keeps a doubt about axes, and names no query that its files do not name', async () => {
    const own = { axes: { row: 'Head' }, unconfirmed: 'The axes are a guess.' }
    const [a, b] = [
      await readOne({ ...own, values: [[1]] }),
      await readOne({ values: [[2]], ...own }),
    ]
    const { tensor, name } = differenceOf(partOf(a, 0, 'x'), partOf(b, 0, 'y'))
    expect(doubtOf(tensor)).toBe('The axes are a guess.')
    expect(tensor).toMatchObject({ hasQueries: false, title: 'x − y' })
    expect(name).toBe('x − y')
  })

  it('matches layers by label, by index, or as it was chosen', async () => {
    const labelled = await readOne({ layers: ['L6', 'L0'], values: [[[6], [0]]] })
    const more = await readOne({ layers: ['L0', 'L3', 'L6'], values: [[[10], [13], [16]]] })
    const made = differenceOf(partOf(more), partOf(labelled)).tensor
    expect(cellsOf(made)).toStrictEqual([[10], [10]])
    expect([0, 1].map((layer) => layerLabel(made, layer))).toStrictEqual(['L0', 'L6'])
    const plain = await readOne({ values: [[[1], [2], [3]]] })
    const deep = await readOne({ layers: [0, 1, 2, 3], values: [[[1], [2], [3], [4]]] })
    expect(cellsOf(differenceOf(partOf(more), partOf(plain)).tensor)).toStrictEqual([
      [9],
      [11],
      [13],
    ])
    expect(layerPairs(partOf(deep), partOf(plain))).toBeUndefined()
    const first = differenceOf(partOf(deep), partOf(plain), { choice: 'first' }).tensor
    expect(cellsOf(first)).toStrictEqual([[0], [0], [0]])
    const last = differenceOf(partOf(deep), partOf(plain), { choice: 'last' }).tensor
    expect(cellsOf(last)).toStrictEqual([[1], [1], [1]])
    expect(layerLabel(last, 0)).toBe('1')
  })

  it('is refused for other metrics, other axes, and nothing in common', async () => {
    const other = await readOne({ metric: 'attention', values: [[1]] })
    const heads = await readOne({ axes: { row: 'Head' }, values: [[1]] })
    const plain = await readOne({ values: [[1]] })
    const refusal = (a: typeof plain, b: typeof plain): string | undefined =>
      subtractRefusal(partOf(a), partOf(b), columnPairs(partOf(a), partOf(b), 'position'))
    expect(refusal(other, plain)).toBe(
      'A is “attention”, but B is “cosine similarity”: only values of one metric have a difference.',
    )
    expect(refusal(heads, plain)).toBe('A has the axes Head × Token, but B has Layer × Token.')
    expect(refusal(plain, await readOne({ first_index: 5, values: [[1]] }))).toBe(
      'A and B have no column in common.',
    )
    expect(refusal(plain, plain)).toBeUndefined()
  })
})
