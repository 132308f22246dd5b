import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combinedName } from '../../../../src/analysis/combine/partLabels'
import { combineRefusal } from '../../../../src/analysis/combine/combineNotices'
import {
  hiddenSizeOf,
  modelOf,
  sourceOf,
  valueAt,
  type Tensor,
} from '../../../../src/tensor/Tensor'
import { doubtOf, withDoubt } from '../../../../src/tensor/unconfirmed'
import { anySpec, tensorOf, tensorOfRows } from '../../tensor/anyTensor'
import { anyTensor } from '../../formats/anyTensor'
import { readOne } from '../../formats/readText'
import { expectSameQuery } from './expectSameQuery'
import { combine, partOf, reread } from './partOf'

const rows = [
  [0.1, 0.2, 0.3],
  [0.4, 0.5, 0.6],
]

function labelsOf({ queries }: Tensor): readonly string[] {
  return queries.map(({ label }) => label)
}

describe('a combined tensor', () => {
  it('has each value, token and position where its query had it', () => {
    fc.assert(
      fc.property(fc.array(anySpec, { minLength: 1, maxLength: 3 }), (specs) => {
        const parts = specs.map(tensorOf).flatMap((tensor) => {
          return tensor.queries.map((_, q) => partOf(tensor, q))
        })
        const { tensor } = combine(parts)
        expect(tensor.queries).toHaveLength(parts.length)
        for (const [q, part] of parts.entries()) expectSameQuery(tensor, q, part)
      }),
    )
  })

  it('reads back from its own file', async () => {
    await fc.assert(
      fc.asyncProperty(anyTensor, anyTensor, async (one, other) => {
        const parts = [one, other].flatMap((tensor) => {
          return tensor.queries.map((_, q) => partOf({ ...tensor, metric: 'm' }, q))
        })
        if (combineRefusal(parts) !== undefined) return
        const { tensor } = combine(parts)
        if (tensor.values.length === 0) return
        const again = await reread(tensor)
        for (const q of parts.keys()) expectSameQuery(again, q, partOf(tensor, q))
        expect(again.queries).toStrictEqual(tensor.queries)
        expect(again.layerLabels).toStrictEqual(tensor.layerLabels)
      }),
      { numRuns: 200 },
    )
  })

  it('shares the memory of its parts', () => {
    const [one, other] = [tensorOfRows(rows), tensorOfRows([[1], [2]])]
    const { tensor } = combine([partOf(one), partOf(other)])
    const buffers = tensor.values.blocks.map(({ buffer }) => buffer)
    expect(buffers).toEqual([one.values.blocks[0]?.buffer, other.values.blocks[0]?.buffer])
    expect(buffers[0]).toBe(one.values.blocks[0]?.buffer)
  })

  it('keeps float32 unless some values are wider', () => {
    const [narrow, wide] = [tensorOfRows(rows, { isFloat32: true }), tensorOfRows(rows)]
    const both = combine([partOf(narrow), partOf(narrow)])
    expect(both.tensor.values.blocks[0]).toBeInstanceOf(Float32Array)
    const mixed = combine([partOf(narrow), partOf(wide)])
    expect(valueAt(mixed.tensor, 0, 0, 0)).toBe(Math.fround(0.1))
    expect(mixed.notices.join(' ')).toContain('Float32')
  })
})

describe('what the parts say', () => {
  it('is said once if it is the same, else by each query', async () => {
    const base = { hidden_size: 8, source: 's', title: 'T', values: [[1, 2]] }
    const one = await readOne({ ...base, model: 'GPT, step 0' })
    const other = await readOne({ ...base, model: 'GPT, step 200', hidden_size: 16 })
    const parts = [partOf(one), partOf(other)]
    const { tensor } = combine(parts)
    expect(tensor).toMatchObject({ title: 'T', source: 's' })
    expect(tensor).not.toHaveProperty('model')
    expect(tensor.queries).toStrictEqual([
      { label: 'step 0 · Meta Token #1', position: 2, hiddenSize: 8, model: 'GPT, step 0' },
      { label: 'step 200 · Meta Token #1', position: 2, hiddenSize: 16, model: 'GPT, step 200' },
    ])
    expect([0, 1].map((q) => hiddenSizeOf(tensor, q))).toEqual([8, 16])
    expect(modelOf(tensor, 1)).toBe('GPT, step 200')
    expect(sourceOf(tensor, 1)).toBe('s')
    expect(combinedName(parts)).toBe('step 0 and step 200')
    const more = combine([
      partOf(tensor, 0),
      partOf(tensor, 1),
      partOf({ ...one, model: 'GPT, final' }),
    ])
    expect(labelsOf(more.tensor)).toEqual([
      'step 0 · Meta Token #1',
      'step 200 · Meta Token #1',
      'final · Meta Token #1',
    ])
  })

  it('is the label alone within one tensor, and a number keeps equal ones apart', async () => {
    const tensor = await readOne({ queries: ['A', 'A', 'A (2)'], values: [[[1]], [[2]], [[3]]] })
    const parts = [0, 1, 2].map((q) => partOf(tensor, q))
    expect(labelsOf(combine(parts).tensor)).toEqual(['A', 'A (3)', 'A (2)'])
  })

  it('keeps two files of one name apart', async () => {
    const [one, other] = [await readOne([[1]]), await readOne([[2]])]
    const labels = labelsOf(combine([partOf(one, 0, 'run'), partOf(other, 0, 'run')]).tensor)
    expect(labels).toEqual(['run · Meta Token #1', 'run (2) · Meta Token #1'])
  })

  it('keeps a doubt about axes, shared keys and special tokens, and names the keys that differ', async () => {
    const one = await readOne({ values: [[1]], special: ['a', 'b'], run: { id: 1 }, note: 1 })
    const other = await readOne({ values: [[1]], special: ['b', 'c'], run: { id: 1 }, note: 2 })
    const made = combine([partOf(one), partOf(withDoubt(other, 'rows may be heads'))])
    expect(doubtOf(made.tensor)).toBe('rows may be heads')
    expect(made.tensor.extra[0]).toEqual(['run', { id: 1 }])
    expect(made.tensor.special).toEqual(['a', 'b', 'c'])
    expect(made.notices).toEqual(['Left out, since not all tensors have the same keys: note.'])
  })
})
