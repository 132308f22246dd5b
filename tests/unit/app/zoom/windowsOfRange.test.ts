import { describe, expect, it } from 'vitest'
import { windowsOfRange } from '../../../../src/app/zoom/windowsOfRange'
import { type FigureModel } from '../../../../src/figure/figureModel'
import { type Windows } from '../../../../src/tensor/Windows'
import { modelOfCase } from '../../figure/drawCase'

function modelOf(more: object, layerCount = 80, tokenCount = 8000): Promise<FigureModel> {
  const values = Array.from({ length: layerCount }, (_layer, k) =>
    Array.from({ length: tokenCount }, () => k),
  )
  return modelOfCase({ name: 'long', json: JSON.stringify({ values, ...more }), pixelRatio: 1 })
}

const layers = { start: 70, span: 9 }
const columns = { start: 5000, span: 1001 }

describe('a range', () => {
  it.each<[string, Windows | string | undefined]>([
    ['layers 70–78, tokens 5,000–6,000', { columns, layers }],
    ['Tokens 6000 - 5000; layer 78 to 70', { columns, layers }],
    ['5 000…6 000', { columns }],
    ['columns 5,000..6,000', { columns }],
    ['layers 70-78', { layers }],
    ['layers 0–79', {}],
    ['tokens 7,900–9,999', { columns: { start: 7900, span: 100 } }],
    ['tokens 8,000–9,999', 'only tokens 0–7,999'],
    ['tokens 5–6, layers 80–90', 'only layers 0–79'],
    ['layers 70 – 78 tokens 5,000 to 6,000', { columns, layers }],
    ['layer 70, tokens 5,000–6,000', { columns, layers: { start: 69, span: 3 } }],
    ['layers 70', undefined],
    ['heads 70–78', undefined],
    ['plum', undefined],
    ['', undefined],
  ])('“%s” is shown', async (text, windows) => {
    const model = await modelOf({})
    expect(windowsOfRange(text, model)).toEqual(windows)
  })

  it('is one of queries and of distances, if queries are rows by distance', async () => {
    const past = Array.from({ length: 60 }, () => 1)
    const values = [[past], [past], [past]]
    const queries = ['a', 'b', 'c'].map((label) => ({ label, position: 60 }))
    const model = await modelOfCase({
      name: 'rows',
      json: JSON.stringify({ queries, values }),
      view: { rows: 'query' },
    })
    const shown = windowsOfRange('queries 1–2, tokens 11–20', model)
    expect(shown).toEqual({
      columns: { start: 10, span: 10 },
      layers: { start: 1, span: 2 },
    })
    expect(windowsOfRange('layers 0–1', model)).toBeUndefined()
  })

  it('counts as the axes do: from the first index, by the labels of layers, in their own words', async () => {
    const model = await modelOf(
      {
        first_index: 100,
        layers: Array.from({ length: 80 }, (_, k) => 2 * k),
        axes: { row: 'Head', column: 'Feature' },
      },
      80,
      800,
    )
    expect(windowsOfRange('heads 10–30, features 300–499', model)).toEqual({
      columns: { start: 200, span: 200 },
      layers: { start: 5, span: 11 },
    })
  })

  it('of tokens in another order shows all of them', async () => {
    const model = await modelOf({ queries: ['q'], view: { axis: 'distance' } })
    expect(windowsOfRange('tokens 0–99', model)).toEqual({
      columns: { start: 7900, span: 100 },
    })
  })
})
