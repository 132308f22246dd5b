import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../../src/analysis/findings/findingsOf'
import { defaultParameters } from '../../../src/analysis/findings/FindingInput'
import { finish } from '../../../src/analysis/Sliced'
import { binReadout } from '../../../src/figure/binReadout'
import { describeFigure, findingInput } from '../../../src/figure/describeFigure'
import { readoutText } from '../../../src/layout/readoutOf'
import { serialize } from '../../../src/export/xml/serialize'
import { figureOfCase, modelOfCase } from './drawCase'
import { type GoldenCase } from './goldenCases'
import { headsByFeatures, waves } from './goldenDocuments'

/** All that a figure says: its texts, its description with its findings, and the readout of a cell. */
async function wordsOfCase(golden: GoldenCase): Promise<string> {
  const model = await modelOfCase(golden)
  const [plot] = model.plots
  const findings = finish(findingsOf(findingInput(plot.basis), defaultParameters))
  return [
    serialize(await figureOfCase(golden)).replaceAll(/<[^>]*>/g, '\n'),
    describeFigure(plot.basis, findings, { isExact: false }),
    readoutText(binReadout(plot, { columnIndex: 1, rowIndex: 0 }).cell),
  ].join('\n')
}

const rising = Array.from({ length: 8 }, (_, row) =>
  waves(1, 6)[0]?.map((value) => value + row / 8),
)

describe('a figure of heads and features', () => {
  it('speaks of these, and of nothing that only layers and tokens have', async () => {
    const said = await wordsOfCase({ name: 'a', json: headsByFeatures, view: { axis: 'distance' } })
    expect(said).toContain('5 KV heads × 6 features')
    expect(said).toContain('KV head 0 · feature 1 "past tense" · ')
    expect(said).toContain('Feature · Plain')
    expect(said).toContain('Rows run from KV head 0 at the bottom to KV head 4 at the top.')
    expect(said).toContain('Columns run from feature 0 at the left to feature 5 at the right.')
    expect(said).not.toMatch(/\b(?:layers?|tokens?|depth|distance|back|sequence|quer(?:y|ies))\b/i)
  })

  it('has no trend with depth, though every column rises', async () => {
    const axes = { row: 'Head', column: 'Feature' }
    const heads = await wordsOfCase({ name: 'a', json: JSON.stringify({ axes, values: rising }) })
    const layers = await wordsOfCase({ name: 'a', json: JSON.stringify({ values: rising }) })
    expect(layers).toMatch(/with depth|rises/)
    expect(heads).not.toMatch(/with depth|rises|changes most|\b(?:layers?|tokens?|meta)\b/i)
  })

  it('orders and bins in its own words', async () => {
    const said = await wordsOfCase({
      name: 'a',
      json: headsByFeatures,
      view: { order: 'layer:1', layer_order: 'token:2', width: 'all' },
    })
    expect(said).toContain('Features ordered by value in KV head 1, highest first')
    expect(said).toContain('KV heads ordered by value of feature 2, highest first')
  })
})

describe('a figure of tokens and tokens', () => {
  it('has no distance from a query that it does not have', async () => {
    const axes = { query: 'Head', row: 'Destination token', column: 'Source token' }
    const values = [waves(6, 6)]
    const tokens = ['The', ' cat', ' sat', ' on', ' the', ' mat']
    const said = await wordsOfCase({
      name: 'a',
      json: JSON.stringify({ axes, tokens, layers: tokens, values, queries: ['Head 3'] }),
    })
    expect(said).toContain('6 destination tokens × 6 source tokens, in order of the sequence')
    expect(said).toContain('destination token The · source token 1 "␣cat" · ')
    expect(said).toContain('\n␣sat\n')
    expect(said).not.toMatch(/^ *sat$/m)
    expect(said).not.toMatch(/\b(?:layers?|depth|distance|back|meta)\b/i)
  })
})

describe('right-to-left texts', () => {
  it('are isolated in every sentence, and not where they stand alone', async () => {
    const text = 'שלום'
    const model = await modelOfCase({
      name: 'a',
      json: JSON.stringify({
        tokens: [[text, 'b', 'c', 'd', text]],
        queries: [text],
        layers: [text, '1'],
        source: text,
        values: [
          [
            [9, 1, 2, 3, 4],
            [1, 2, 3, 4, 5],
          ],
        ],
      }),
      view: { cell: [0, 0] },
    })
    const { basis, layout } = model.plots[0]
    const findings = finish(findingsOf(findingInput(basis), defaultParameters))
    const sentences = [describeFigure(basis, findings, { isExact: false }), basis.description]
    for (const said of sentences) {
      const body = said.replace(/^.*\n/, '')
      expect(body.split(text)).toHaveLength(body.split(`\u2068${text}\u2069`).length)
      expect(body).toContain(`\u2068${text}\u2069`)
    }
    expect(layout.tokenLabels.labels.map((label) => label.text)).toContain(text)
  })
})
