import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matrixRows } from '../../../../src/export/csv/matrixRows'
import { type TableRows } from '../../../../src/export/csv/TableRows'
import { csvText, htmlTable, tsvText } from '../../../../src/export/csv/tableText'
import { tidyRows } from '../../../../src/export/csv/tidyRows'
import {
  layerCountOf,
  layerLabel,
  rowOf,
  tokenText,
  type Tensor,
} from '../../../../src/tensor/Tensor'
import { anyTensor } from '../../formats/anyTensor'
import { readOne, readText } from '../../formats/readText'

function csvOf(table: TableRows): string {
  return [...csvText(table)].join('')
}

async function reread(table: TableRows): Promise<Tensor> {
  const { tensors } = await readText(csvOf(table), 'table.csv')
  const [only] = tensors
  if (only === undefined) throw new Error('no tensor')
  return only.tensor
}

/** Every value that there is, with its token's text, by its layer's label and the index of its token in the sequence. */
function cellsOf(tensor: Tensor, isFloat32 = false): Map<string, readonly [number, string]> {
  const { layerLabels = [] } = tensor
  const isDistinct = new Set(layerLabels.map(String)).size === layerLabels.length
  const cells = new Map<string, readonly [number, string]>()
  tensor.queries.forEach((_, q) => {
    for (let layer = 0; layer < layerCountOf(tensor, q); layer++) {
      const { offset, firstToken, length } = rowOf(tensor, q, layer)
      for (let k = 0; k < length; k++) {
        const token = firstToken + k
        const name = isDistinct ? layerLabel(tensor, layer) : String(layer)
        const place = JSON.stringify([name, tensor.firstIndex + token, q])
        const value = tensor.values[offset + k] ?? NaN
        cells.set(place, [
          isFloat32 ? Math.fround(value) : value,
          tokenText(tensor, q, token) ?? '',
        ])
      }
    }
  })
  return cells
}

/** A file of UTF-8 has no half of a surrogate pair, and one with U+0000 is no text. */
function isText(text: string): boolean {
  return !/[\0\p{Cs}]/u.test(text)
}

const hostile = ['=1+1', "'=x", '+a', '-b', '@c', '\td', 'e"f', 'g,h', 'i\r\nj', '', ' k ', "'"]
const example = await readOne({
  queries: [{ label: '=cmd', position: 14 }],
  tokens: [hostile],
  first_index: 2,
  layers: ['@a', '-1'],
  values: [
    [hostile.map((_, k) => k / 7), [null, -0, 1e-300, ...hostile.slice(3).map((_, k) => -k / 3)]],
  ],
})

describe('a table in long form', () => {
  it('has a row for each value, in a form that no spreadsheet runs', () => {
    const lines = csvOf(tidyRows(example)).split('\r\n')
    expect(lines.slice(0, 3)).toStrictEqual([
      'query,layer,token_index,token,distance,value',
      "'=cmd,'@a,2,'=1+1,12,0",
      "'=cmd,'@a,3,''=x,11,0.14285714285714285",
    ])
  })

  it('is read back with the same values and labels, whatever the tokens are', async () => {
    const again = await reread(tidyRows(example))
    expect(cellsOf(again)).toStrictEqual(cellsOf(example))
    expect(again.queries).toStrictEqual(example.queries)
    expect(again.layerLabels).toStrictEqual(example.layerLabels)
  })

  it('gives back the values and labels of any tensor with one query', async () => {
    await fc.assert(
      fc.asyncProperty(anyTensor, async (tensor) => {
        const texts = tensor.tokens.kind === 'none' ? [] : tensor.tokens.texts.flat()
        const { label = '' } = tensor.queries[0] ?? {}
        fc.pre(tensor.queries.length === 1)
        fc.pre([...texts, label, ...(tensor.layerLabels ?? []).map(String)].every(isText))
        // A table does not say how wide its numbers are.
        const isFloat32 = tensor.values instanceof Float32Array
        expect(cellsOf(await reread(tidyRows(tensor)), isFloat32)).toStrictEqual(cellsOf(tensor))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a table as a matrix', () => {
  it('has the tokens above and the layers at the left', () => {
    const text = csvOf(matrixRows(example, 0))
    expect(text).toContain("layer,'=1+1,''=x,'+a,'-b,'@c,'\td,")
    expect(text).toContain("\r\n'@a,0,0.14")
  })

  it('is read back with the same values and labels', async () => {
    const again = await reread(matrixRows(example, 0))
    expect([...again.values]).toStrictEqual([...example.values])
    expect(Array.from(hostile, (_, token) => tokenText(again, 0, token))).toStrictEqual(hostile)
    expect(again.layerLabels).toStrictEqual(example.layerLabels)
  })
})

describe('a table on the clipboard', () => {
  it('is TSV with quotes where they are needed, and HTML without markup of its tokens', async () => {
    const tensor = await readOne({ tokens: ['a\tb', '<b>&'], values: [[1, null]] })
    expect(tsvText(matrixRows(tensor, 0))).toBe('layer\t"a\tb"\t<b>&\n0\t1\t\n')
    expect(htmlTable(matrixRows(tensor, 0))).toBe(
      '<table><tr><td>layer</td><td>a\tb</td><td>&lt;b>&amp;</td></tr><tr><td>0</td><td>1</td><td></td></tr></table>',
    )
  })
})
