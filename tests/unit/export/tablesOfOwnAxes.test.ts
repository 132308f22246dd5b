import { describe, expect, it } from 'vitest'
import { matrixRows } from '../../../src/export/tableOf'
import { csvText, tsvText } from '../../../src/export/csvText'
import { tidyRows } from '../../../src/export/tidyRows'
import { type Tensor } from '../../../src/tensor/Tensor'
import { readOne, readText } from '../formats/readText'

async function rereadText(text: string): Promise<Tensor> {
  const { tensors } = await readText(text, 'table.csv')
  const [only] = tensors
  if (only === undefined) throw new Error('no tensor')
  return only.tensor
}

describe('a table of something else than layers and tokens', () => {
  const axes = { query: 'Step; a, b', row: '=Head', column: String.raw`Feature \ unit` }
  const query = { label: 'A', position: 2 }

  it.each([
    ['texts', [['x', 'y']], String.raw`'=Head \ Feature \\ unit`],
    ['no texts', null, String.raw`'=Head \ Feature \\ unit \ position`],
  ])('names its axes in the first field of a matrix of %s', async (_, tokens, corner) => {
    const tensor = await readOne({ axes, tokens, values: [[1, 2]] })
    const rows = [...matrixRows(tensor, 0)]
    expect(rows[0]?.[0]).toBe(corner)
    const again = [await rereadText([...csvText(rows)].join('')), await rereadText(tsvText(rows))]
    const { row, column } = axes
    for (const each of again) {
      expect(each.axes).toStrictEqual({ query: 'Meta token', row, column })
      expect(each.tokens).toStrictEqual(tensor.tokens)
    }
  })

  it('names its axes in the header of the long form', async () => {
    const tensor = await readOne({ axes, tokens: [['x', 'y']], queries: [query], values: [[1, 2]] })
    const text = [...csvText(tidyRows(tensor))].join('')
    expect(text.split('\r\n')[0]).toBe(
      String.raw`"Step; a, b",'=Head,Feature \ unit_index,Feature \ unit,distance,value`,
    )
    const saved = [
      'Step; a, b',
      "'=Head",
      String.raw`Feature \ unit_index`,
      String.raw`Feature \ unit`,
    ]
    const again = [
      await rereadText(text),
      await rereadText(tsvText(tidyRows(tensor))),
      await rereadText(`"${saved.join('";"')}";distance;value\r\nA;0;0;x;2;1\r\nA;0;1;y;1;2`),
    ]
    for (const each of again) expect(each).toStrictEqual(tensor)
  })

  it('keeps the usual words where only the query has a name', async () => {
    const tensor = await readOne({ axes: { query: 'Step' }, queries: ['A'], values: [[1, 2]] })
    expect([...matrixRows(tensor, 0)][0]?.[0]).toBe('layer \\ position')
    expect([...tidyRows(tensor)][0]?.join()).toBe('Step,layer,token_index,token,distance,value')
  })
})
