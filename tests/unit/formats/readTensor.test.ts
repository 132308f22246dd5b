import { describe, expect, it } from 'vitest'
import { rowOf, tokenText, valueAt } from '../../../src/tensor/Tensor'
import { readOne, readText } from './readText'
import { numbersOf } from '../tensor/numbersOf'
import { cellValues } from '../../../src/tensor/CellValues'

describe('a bare array', () => {
  it('of one cell is one query with one layer and one token', async () => {
    const tensor = await readOne([[0.5]])
    expect(tensor.values).toStrictEqual(cellValues(Float64Array.of(0.5)))
    expect(tensor.queries).toStrictEqual([{ label: 'Meta Token #1', position: 1 }])
    expect(tensor.hasQueries).toBe(false)
    expect(tensor.metric).toBe('cosine similarity')
  })

  it('of rank 2 is [layer][token], of rank 3 [query][layer][token]', async () => {
    const layers = [
      [1, 2, 3],
      [4, 5, 6],
    ]
    expect(valueAt(await readOne(layers), 0, 1, 2)).toBe(6)
    const tensor = await readOne([layers, [[7], []], []])
    expect(tensor.queryRows).toStrictEqual(Uint32Array.of(0, 2, 4, 4))
    expect(tensor.rowOffsets).toStrictEqual(Float64Array.of(0, 3, 6, 7, 7))
    expect(tensor.queries.map(({ label }) => label)).toStrictEqual([
      'Meta Token #1',
      'Meta Token #2',
      'Meta Token #3',
    ])
    expect(tensor.tokenCounts).toStrictEqual(Uint32Array.of(3, 1, 0))
  })

  it.each([
    ['alone', (rows: string) => rows],
    ['as the only key', (rows: string) => `{"values":${rows}}`],
  ])('of far more rows than columns may be transposed, %s', async (_, textOf) => {
    const rows = `[${'[0.5,null],'.repeat(1200)}[1,2]]`
    const { tensors, notices } = await readText(textOf(rows), 'tall.json')
    expect(notices.join()).toContain('1201 rows are many more than a model has layers')
    expect(tensors[0]?.found?.isCertain).toBe(false)
    expect(tensors[0]?.tensor.metric).toBe('cosine similarity')
    const labelled = `{"values":${rows},"title":"Steps"}`
    expect((await readText(labelled, 'tall.json')).notices).toEqual([])
    expect((await readText(textOf('[[1,2],[3,4]]'), 'flat.json')).tensors[0]?.found).toBeUndefined()
  })

  it('of rank 4 is one tensor for each leading slice, in one buffer', async () => {
    const { tensors, notices } = await readText('[[[[1]],[[2]]],[[]],[[[3,4]]]]', 'runs.json')
    expect(tensors.map(({ name }) => name)).toStrictEqual(['runs [0]', 'runs [2]'])
    expect(tensors.map(({ tensor }) => numbersOf(tensor.values))).toStrictEqual([
      [1, 2],
      [3, 4],
    ])
    expect(new Set(tensors.map(({ tensor }) => tensor.values.blocks[0]?.buffer)).size).toBe(1)
    expect(notices).toStrictEqual(['Slices without values were left out: [1].'])
  })

  it('of rank 5 names both leading indices', async () => {
    const { tensors } = await readText('{"values":[[[[[1]]],[[[2]]],[[[3]]]]]}', 'a.simlens.json')
    expect(tensors.map(({ name }) => name)).toStrictEqual(['a [0][0]', 'a [0][1]', 'a [0][2]'])
  })

  it.each([
    ['[[9007199254740993, 1]]', true],
    ['{"values": [[0.5], [-12345678901234567891]]}', true],
    ['[[9007199254740991, 9007199254740992]]', false],
    // The shortest decimals of doubles, as this page and others write them.
    ['[[12345678901234567000, 1e300, 1.5e17, 36893488147419103000]]', false],
  ])('says whether whole numbers of %s were rounded: %s', async (text, isRounded) => {
    const { notices } = await readText(text)
    expect(notices).toEqual(isRounded ? ['Integers beyond 2^53 were rounded.'] : [])
  })

  it('may miss every value', async () => {
    const { tensors } = await readText('[[null, NaN], [NaN]]')
    expect(tensors[0]?.tensor.values).toStrictEqual(cellValues(Float64Array.of(NaN, NaN, NaN)))
  })

  it('keeps null and NaN as missing, Infinity as it is, −0 as −0', async () => {
    const { tensors } = await readText('[[0.5, NaN, null, -Infinity, Infinity, -0, 1e999]]')
    expect(tensors[0]?.tensor.values).toStrictEqual(
      cellValues(Float64Array.of(0.5, NaN, NaN, -Infinity, Infinity, -0, Infinity)),
    )
  })
})

describe('an object', () => {
  it('keeps what it says, and the keys that are not known', async () => {
    const tensor = await readOne({
      schema: 'simlens/1',
      title: 'T',
      metric: 'dot',
      model: 'm',
      source: 's',
      hidden_size: 8,
      layers: ['a', 1.5],
      queries: [{ label: 'Q', position: 9, seed: 3 }],
      tokens: [['x', 'y']],
      first_index: 7,
      special: ['y'],
      align: 'end',
      run: { id: [1, null] },
      view: { axis: 'position' },
      values: [[[1, 2], [3]]],
    })
    expect(tensor).toMatchObject({
      title: 'T',
      metric: 'dot',
      model: 'm',
      source: 's',
      hiddenSize: 8,
      layerLabels: ['a', 1.5],
      queries: [{ label: 'Q', position: 9 }],
      hasQueries: true,
      tokens: { kind: 'own', texts: [['x', 'y']] },
      firstIndex: 7,
      special: ['y'],
      align: 'end',
      view: { axis: 'position' },
      extra: [['run', { id: [1, null] }]],
      queryExtra: [[['seed', 3]]],
    })
    expect(rowOf(tensor, 0, 1)).toMatchObject({ offset: 2, firstToken: 1, length: 1 })
  })

  it('takes null for an absent key', async () => {
    const keys = ['title', 'metric', 'layers', 'queries', 'tokens', 'first_index', 'align', 'view']
    const nulls = Object.fromEntries(keys.map((key) => [key, null]))
    expect(await readOne({ ...nulls, values: [[1]] })).toStrictEqual(
      await readOne({ values: [[1]] }),
    )
  })

  it('takes a text among the queries for a label', async () => {
    const tensor = await readOne({ queries: ['A', {}], values: [[[1]], [[2, 3]]] })
    expect(tensor.queries).toStrictEqual([
      { label: 'A', position: 1 },
      { label: 'Meta Token #2', position: 2 },
    ])
  })

  it('of another schema is read with a notice', async () => {
    const { notices } = await readText('{"schema": "simlens/2", "values": [[1]]}')
    expect(notices).toHaveLength(1)
    expect(notices[0]).toContain('simlens/2')
  })

  it('may have its values anywhere, keys with Windows line ends and a byte order mark', async () => {
    const { tensors } = await readText(
      '\ufeff{\r\n "values": [\r\n [1,\r\n2]\r\n],\r\n "tokens": ["NaN", "a NaN b"]\r\n}\r\n',
    )
    const tensor = tensors[0]?.tensor
    expect(tensor?.tokens).toStrictEqual({ kind: 'shared', texts: ['NaN', 'a NaN b'] })
    expect(tensor?.tokenCounts).toStrictEqual(Uint32Array.of(2))
  })

  it('keeps texts as they are: empty, controls, unpaired surrogates, markup', async () => {
    const texts = ['', '\n', '\ud800', '🌀', '<script>', '\u0000', 'שלום', ':', ':']
    const tensor = await readOne({ tokens: texts, values: [texts.map(() => 0)] })
    expect(texts.map((_, k) => tokenText(tensor, 0, k))).toStrictEqual(texts)
  })
})

describe('memory', () => {
  it('is no more than a quarter larger than the values', async () => {
    const tensor = await readOne([Array.from({ length: 3000 }, (_, i) => i)])
    expect(tensor.values.blocks[0]?.buffer.byteLength).toBeLessThanOrEqual(3000 * 8 * 1.34)
  })
})
