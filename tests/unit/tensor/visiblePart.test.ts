import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignQueries } from '../../../src/analysis/alignment/alignQueries'
import { finish } from '../../../src/analysis/Sliced'
import { sourceOfBlob } from '../../../src/formats/source/ByteSource'
import { readTensor } from '../../../src/formats/readTensor'
import { canonicalJson } from '../../../src/formats/canonical/canonicalJson'
import { cellValues } from '../../../src/tensor/CellValues'
import { layerOfRow, matrixOf, permutationOf, tokenOfColumn } from '../../../src/tensor/Matrix'
import { tokenText, valueAt, type Tensor } from '../../../src/tensor/Tensor'
import { withOrders } from '../../../src/tensor/withOrders'
import { visiblePart } from '../../../src/tensor/visiblePart'
import { anyTensor } from '../formats/anyTensor'
import { anyReordered, tensorOfRows } from './anyTensor'
import { numbersOf } from './numbersOf'

async function reread(tensor: Tensor): Promise<Tensor | undefined> {
  const { tensors } = await readTensor(sourceOfBlob(new Blob(canonicalJson(tensor)), 'a.json'))
  return tensors[0]?.tensor
}

describe('visiblePart', () => {
  it('is nothing where no value is visible', () => {
    const tensor = tensorOfRows([[1, 2], [3]])
    const matrix = matrixOf(tensor, 0, 'position', 'query')
    expect(visiblePart(matrix, tensor, [1, 2], [1, 2])).toBeUndefined()
    expect(visiblePart(matrix, tensor, [0, 0], [0, 0])).toBeUndefined()
  })

  it('keeps indices, distances and labels of layers', () => {
    const tensor = tensorOfRows(
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      { tokenKind: 'own', firstIndex: 7 },
    )
    const matrix = matrixOf(tensor, 0, 'distance', 'query')
    const part = visiblePart(matrix, tensor, [1, 2], [1, 2])
    expect(part).toMatchObject({ firstToken: 1, firstLayer: 1 })
    expect(part?.tensor).toMatchObject({
      firstIndex: 8,
      layerLabels: [1],
      queries: [{ position: 10 }],
      tokens: { texts: [['0:1']] },
    })
    expect(numbersOf(part?.tensor.values)).toStrictEqual([5])
  })

  it('has all tokens of a column, and none for a column that the query does not have', () => {
    const texts = [
      ['F', 'ruits', ':', 'a'],
      ['Fruits', ':', 'a', 'b'],
    ]
    const tensor = tensorOfRows([[1, 2, 3, 4]], { tokenKind: 'own' })
    const two: Tensor = {
      ...tensor,
      queries: [...tensor.queries, ...tensor.queries],
      queryRows: Uint32Array.of(0, 1, 1),
      tokenCounts: Uint32Array.of(4, 4),
      tokens: { kind: 'own', texts },
    }
    const alignment = finish(alignQueries(two))
    const matrix = withOrders(matrixOf(two, 0, 'aligned', 'query'), { alignment })
    const part = visiblePart(matrix, two, [0, 2], [0, 1])
    expect(part?.tensor).toMatchObject({ tokens: { texts: [['F', 'ruits', ':']] } })
    expect(numbersOf(part?.tensor.values)).toStrictEqual([1, 2, 3])
    expect(visiblePart(matrix, two, [3, 4], [0, 1])).toBeUndefined()
  })

  it('has the companions of visible cells, and of no other', () => {
    const values = cellValues(Float32Array.of(6, 5), Float32Array.of(4, 3, 2, 1))
    const texts = ['a', 'b', 'c', 'd', 'e', 'f']
    const whole: Tensor = {
      ...tensorOfRows([
        [1, 2, 3],
        [4, 5, 6],
      ]),
      companions: [
        { name: 'A', values },
        { name: 't', values: texts },
      ],
    }
    const tokenOrder = permutationOf(Uint32Array.of(2, 0, 1), 'some order')
    const matrix = { ...matrixOf(whole, 0, 'position', 'query'), tokenOrder }
    const part = visiblePart(matrix, whole, [0, 2], [0, 2])?.tensor
    const [numeric, textual] = part?.companions ?? []
    expect(numeric?.values).toStrictEqual(cellValues(Float32Array.of(6, NaN, 4, 3, NaN, 1)))
    expect(textual?.values).toStrictEqual(['a', null, 'c', 'd', null, 'f'])
  })

  it('has every visible cell of any tensor in any order, and no text that is not visible', async () => {
    const tensors = anyTensor.chain((tensor) =>
      fc.record({
        tensor: fc.constant(tensor),
        query: fc.nat({ max: tensor.queries.length - 1 }),
        axis: fc.constantFrom('position', 'distance'),
        edges: fc.tuple(fc.nat(6), fc.nat(6), fc.nat(4), fc.nat(4)),
      }),
    )
    const cases = tensors.chain(({ tensor, query, axis, edges }) =>
      anyReordered(matrixOf(tensor, query, axis, 'query')).map((matrix) => ({
        tensor,
        matrix,
        columns: [edges[0], Math.min(edges[0] + edges[1], matrix.columnCount)] as const,
        rows: [edges[2], Math.min(edges[2] + edges[3], matrix.layerCount)] as const,
      })),
    )
    await fc.assert(
      fc.asyncProperty(cases, async ({ tensor, matrix, columns, rows }) => {
        const part = visiblePart(matrix, tensor, columns, rows)
        if (part === undefined) return
        const again = await reread(part.tensor)
        if (again === undefined) throw new Error('no tensor')
        const q = matrix.queryIndex
        const shown = new Set<number>()
        for (let c = columns[0]; c < columns[1]; c++) {
          const token = tokenOfColumn(matrix, c)
          if (token < 0 || token >= matrix.tokenCount) continue
          shown.add(token)
          const own = token - part.firstToken
          expect(tokenText(again, 0, own)).toBe(tokenText(tensor, q, token))
          for (let r = rows[0]; r < rows[1]; r++) {
            const layer = layerOfRow(matrix, r)
            expect(valueAt(again, 0, layer - part.firstLayer, own)).toBe(
              valueAt(tensor, q, layer, token),
            )
          }
        }
        const texts = again.tokens.kind === 'own' ? (again.tokens.texts[0] ?? []) : []
        const hidden = texts.filter((_, k) => !shown.has(part.firstToken + k))
        expect(hidden.every((text) => text === '')).toBe(true)
        expect(again.queries[0]?.position).toBe(tensor.queries[q]?.position)
      }),
      { numRuns: 200 },
    )
  })
})
