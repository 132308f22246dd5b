import { describe, expect, it } from 'vitest'
import { alignQueries } from '../../../src/analysis/alignment/alignQueries'
import { finish } from '../../../src/analysis/Sliced'
import { readoutOf, readoutText } from '../../../src/layout/readoutOf'
import { cellValues } from '../../../src/tensor/CellValues'
import { matrixOf, type Axis } from '../../../src/tensor/Matrix'
import { type Tensor } from '../../../src/tensor/Tensor'
import { withOrders } from '../../../src/tensor/withOrders'
import { ragged } from '../analysis/ragged'
import { tensorOf, tensorOfRows } from '../tensor/anyTensor'

const rows = [
  [0.1, 0.0283, 0.3],
  [NaN, Infinity],
]
const named: Tensor = {
  ...tensorOf({
    queries: [{ rows, uncoveredCount: 0, gap: 2 }],
    align: 'start',
    firstIndex: 10,
    tokenKind: 'none',
  }),
  tokens: { kind: 'own', texts: [['The', ' level', '"\n']] },
}

function textAt(tensor: Tensor, layer: number, column: number, axis: Axis = 'position'): string {
  return readoutText(readoutOf(matrixOf(tensor, 0, axis, 'query'), layer, column))
}

describe('a readout', () => {
  it('names layer, token, distance and the exact value', () => {
    expect(textAt(named, 0, 1)).toBe('layer 0 · token 11 "␣level" (4 back) · 0.0283')
  })

  it('gives the value as it was loaded first, then what is displayed instead', () => {
    const metric = 'cosine similarity − layer mean'
    const tensor = {
      ...named,
      metric,
      values: cellValues(Float64Array.of(1 / 3, -0.25, 0, NaN, Infinity)),
    }
    const matrix = matrixOf(tensor, 0, 'position', 'query')
    expect(readoutText(readoutOf(matrix, 0, 1, named))).toBe(
      `layer 0 · token 11 "␣level" (4 back) · 0.0283 · −0.25 (${metric})`,
    )
    expect(readoutOf(matrix, 0, 0, named).displayed).toBe(`0.33333 (${metric})`)
    expect(readoutOf(matrix, 1, 0, named)).toMatchObject({
      value: 'missing',
      displayed: `missing (${metric})`,
    })
  })

  it('says the same of a cell on either axis', () => {
    expect(textAt(named, 0, 1, 'distance')).toBe(textAt(named, 0, 1))
    expect(textAt(named, 0, 0, 'distance')).toBe('layer 0 · token 12 ""↵" (3 back) · 0.3')
  })

  it('tells missing, padding and infinite apart', () => {
    expect(textAt(named, 1, 0)).toBe('layer 1 · token 10 "The" (5 back) · missing')
    expect(textAt(named, 1, 1)).toBe('layer 1 · token 11 "␣level" (4 back) · Infinity')
    expect(textAt(named, 1, 2)).toBe('layer 1 · padding')
  })

  it('ends with the exact values of companions, also beside a missing value', () => {
    const numbers = cellValues(Float32Array.of(0.1, 0.25, NaN, -1e-7, 3))
    const companions = [
      { name: 'step 0', values: numbers },
      { name: 'note', values: ['a', null, 'c', ' d', 'e'] },
    ]
    const tensor = { ...named, companions }
    expect(textAt(tensor, 0, 1)).toBe(
      'layer 0 · token 11 "␣level" (4 back) · 0.0283 · step 0 0.25 · note missing',
    )
    expect(textAt(tensor, 1, 0)).toBe(
      'layer 1 · token 10 "The" (5 back) · missing · step 0 −1e−7 · note ␣d',
    )
    expect(textAt(tensor, 1, 2)).toBe('layer 1 · padding')
  })

  it('counts the companions beyond the first few', () => {
    const companions = Array.from({ length: 9 }, (_, k) => ({
      name: `c${k}`,
      values: cellValues(new Float64Array(5)),
    }))
    expect(textAt({ ...named, companions }, 0, 1)).toMatch(/ · c5 0 · 3 more$/)
  })

  it('has no quotes where the tensor lists no texts', () => {
    expect(textAt(tensorOfRows([[0.5]]), 0, 0)).toBe('layer 0 · token 0 (1 back) · 0.5')
  })

  it('quotes a token as it reads, and has the given text and split bytes beside', () => {
    const texts = ['æĹ', '¥', 'Ġthe']
    const tensor = { ...named, tokens: { kind: 'own' as const, texts: [texts] } }
    const matrix = { ...matrixOf(tensor, 0, 'position', 'query'), labels: 'bpe' as const }
    const tokens = texts.map((_, column) => readoutOf(matrix, 0, column).token)
    expect(tokens.map((token) => token?.text)).toEqual(['日', '⋯', '␣the'])
    expect(tokens.map((token) => token?.given)).toEqual([
      'given æĹ, bytes e6 97',
      'given ¥, bytes a5',
      'given Ġthe',
    ])
    expect(readoutText(readoutOf(matrix, 0, 0))).toBe('layer 0 · token 10 "日" (5 back) · 0.1')
    expect(readoutOf(matrixOf(tensor, 0, 'position', 'query'), 0, 0).token?.given).toBeUndefined()
  })

  it('calls layers by their labels', () => {
    expect(textAt({ ...named, layerLabels: ['embed\u0000', 7] }, 0, 0)).toMatch(/^layer embed␀ · /)
  })

  it.each([
    [-0, '−0'],
    [1e-7, '1e−7'],
    [-0.1, '−0.1'],
    [0.1 + 0.2, '0.30000000000000004'],
  ])('writes %d exactly', (value, text) => {
    expect(textAt(tensorOfRows([[value]]), 0, 0)).toBe(`layer 0 · token 0 (1 back) · ${text}`)
  })

  it('writes a number of single width by its own digits', () => {
    const single = tensorOfRows([[0.1]], { isFloat32: true })
    expect(textAt(single, 0, 0)).toMatch(/ · 0\.1$/)
  })

  it('stays one short line, however long the token', () => {
    const long = {
      ...named,
      tokens: { kind: 'own' as const, texts: [['👍'.repeat(5000), 'b', 'c']] },
    }
    const text = textAt(long, 0, 0)
    expect(text.length).toBeLessThan(200)
    expect(text).not.toMatch(/\p{Cs}/u)
    expect(text).toMatch(/👍…" \(5 back\) · 0\.1$/u)
  })

  it('names all pieces of a column, joined, and says which columns the query does not have', () => {
    const texts = [
      ['The', 'Ġæ', 'Ĺ¥', '.'],
      ['The', 'ĠæĹ¥', '.', 'Ġso'],
    ]
    const tensor: Tensor = {
      ...ragged([[[1, 2, 3, 4], [5]], [[1, 2, 3, 4]]], { firstIndex: 7 }),
      tokens: { kind: 'own', texts },
    }
    const alignment = finish(alignQueries(tensor))
    const matrix = withOrders(matrixOf(tensor, 0, 'aligned', 'query'), { alignment })
    const shown = { ...matrix, labels: 'bpe' } as const
    expect([0, 1, 2, 3].map((column) => readoutText(readoutOf(shown, 0, column)))).toEqual([
      'layer 0 · token 7 "The" (4 back) · 1',
      'layer 0 · tokens 8 to 9 "␣日" · mean 2.5',
      'layer 0 · token 10 "." (1 back) · 4',
      'layer 0 · not in this query',
    ])
    expect(readoutText(readoutOf(shown, 1, 1))).toBe('layer 1 · padding')
  })
})
