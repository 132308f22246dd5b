import { Ajv } from 'ajv'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseView } from '../../../../src/tensor/View'
import { readText } from '../readText'
import { publishedSchema } from './publishedSchema'

const file = new URL('../../../../public/simlens.schema.json', import.meta.url)
if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(file, publishedSchema())

const validate = new Ajv({ strictTuples: false }).compile(JSON.parse(publishedSchema()))

/** Whether our reader takes a document without a word of complaint. */
async function isReadQuietly(text: string): Promise<boolean> {
  try {
    const { tensors, notices } = await readText(text)
    const views = tensors.flatMap(({ tensor }) => parseView(tensor.view).problems)
    return tensors.length > 0 && notices.length === 0 && views.length === 0
  } catch {
    return false
  }
}

const accepted: readonly unknown[] = [
  [[0.5]],
  [[[0.5, null], []], [[1]]],
  [[[[1]], [[2]]]],
  [[[[[1]]]]],
  { values: [[1, 2]] },
  { values: [[[1], [2]]], layers: ['a', 1] },
  { values: [[[[1]]]] },
  { schema: 'simlens/1', title: 'T', metric: 'm', model: 'x', source: 's', values: [[1]] },
  { hidden_size: 768, first_index: 0, align: 'end', special: ['a'], values: [[1]] },
  { queries: ['A', { label: 'B', position: 2, note: [1] }], values: [[[1]], [[1, 2]]] },
  { queries: [{}], values: [[1]] },
  { queries: [{ hidden_size: 8, model: 'm', source: null }], values: [[1]] },
  { queries: [{ label: null, position: null }], values: [[1]] },
  { tokens: ['a', 'b'], values: [[1, 2]] },
  { tokens: [['a', 'b']], values: [[1, 2]] },
  { tokens: [['a'], ['b']], values: [[[1]], [[2]]] },
  { title: null, metric: null, tokens: null, queries: null, layers: null, values: [[1]] },
  { values: [[1]], run: { id: 3 }, seeds: [1, 2, null] },
  { values: [[1]], view: { query: 0, axis: 'distance', layers: 'down', width: 'all' } },
  { values: [[1]], view: { colormap: 'viridis', domain: [-0.5, 0.5], cell: [0, 0] } },
  { values: [[1]], view: {} },
  { values: [[1]], axes: {} },
  { values: [[1]], axes: null },
  { values: [[1]], axes: { query: 'Destination', row: 'Head', column: 'Source token' } },
  { values: [[1]], axes: { row: null, column: 'ראש', slice: 'kept' } },
  { values: [[1, 2]], companions: { A: [[3, null]], 'a note': [['x', null]] } },
  { values: [[1]], companions: { A: { dtype: 'float32', values: [[0.1]] } } },
  { values: [[1]], companions: null },
]

const refused: readonly unknown[] = [
  null,
  3,
  'text',
  true,
  {},
  [1, 2],
  ['a', 'b'],
  [['0.5']],
  { values: [[1]], companions: 3 },
  { values: [[1]], companions: { A: 3 } },
  { values: [[1]], companions: { A: { dtype: 'int8', values: [[1]] } } },
  [[1, true]],
  [[1], 2],
  [[[1]], [2]],
  { values: 3 },
  { values: [1, 2] },
  { values: null },
  { values: [[1, { a: 1 }]] },
  { schema: 'simlens/2', values: [[1]] },
  { schema: 1, values: [[1]] },
  { title: 5, values: [[1]] },
  { metric: ['m'], values: [[1]] },
  { hidden_size: 0, values: [[1]] },
  { hidden_size: 1.5, values: [[1]] },
  { first_index: -1, values: [[1]] },
  { align: 'left', values: [[1]] },
  { layers: 'a', values: [[1]] },
  { layers: [null], values: [[1]] },
  { queries: 'A', values: [[1]] },
  { queries: [3], values: [[1]] },
  { queries: [{ position: 'x' }], values: [[1]] },
  { queries: [{ position: -1 }], values: [[1]] },
  { queries: [{ hidden_size: 0 }], values: [[1]] },
  { queries: [{ model: 3 }], values: [[1]] },
  { queries: [{ source: ['s'] }], values: [[1]] },
  { tokens: 'ab', values: [[1]] },
  { tokens: [1], values: [[1]] },
  { tokens: ['a', ['b']], values: [[1]] },
  { special: 'a', values: [[1]] },
  { view: { query: -1 }, values: [[1]] },
  { view: { axis: 'up' }, values: [[1]] },
  { view: { domain: [1] }, values: [[1]] },
  { view: 3, values: [[1]] },
  { axes: 'Head', values: [[1]] },
  { axes: ['Head'], values: [[1]] },
  { axes: { row: 3 }, values: [[1]] },
  { axes: { row: '' }, values: [[1]] },
  { axes: { row: 'x'.repeat(61) }, values: [[1]] },
]

describe('the published JSON Schema', () => {
  it('is the one that the code makes (UPDATE_SCHEMA=1 writes it)', () => {
    expect(readFileSync(file, 'utf8')).toBe(publishedSchema())
  })

  it.each(accepted.map((document) => JSON.stringify(document)))(
    'and the reader accept %s',
    async (text) => {
      expect([validate(JSON.parse(text)), await isReadQuietly(text)]).toStrictEqual([true, true])
    },
  )

  it.each(refused.map((document) => JSON.stringify(document)))(
    'and the reader both object to %s',
    async (text) => {
      expect([validate(JSON.parse(text)), await isReadQuietly(text)]).toStrictEqual([false, false])
    },
  )

  it('describes every key', () => {
    const schema: unknown = JSON.parse(publishedSchema())
    expect(schema).toMatchObject({ title: 'simlens/1' })
    for (const key of ['schema', 'values', 'queries', 'tokens', 'align', 'view', 'position']) {
      expect(publishedSchema()).toMatch(new RegExp(`"${key}": \\{`))
    }
  })
})
