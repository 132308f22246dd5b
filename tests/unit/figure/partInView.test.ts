import { describe, expect, it } from 'vitest'
import { type ViewSettings } from '../../../src/tensor/View'
import { type Windows } from '../../../src/tensor/Windows'
import { type LegendItem } from '../../../src/layout/legendLayout'
import { modelOfCase } from './drawCase'

const label = 'رمز التلخيص'

function tensorWith(layerCount: number, tokenCount: number): object {
  return {
    title: 'T',
    queries: [label, 'b'],
    tokens: [0, 1].map(() => Array.from({ length: tokenCount }, (_, k) => `t${k}`)),
    values: [0, 1].map((query) =>
      Array.from({ length: layerCount }, (_, layer) =>
        Array.from({ length: tokenCount }, (__, token) => Math.sin(query + 3 * layer + 7 * token)),
      ),
    ),
  }
}

function isAbove({ kind }: LegendItem): boolean {
  return kind === 'above'
}

async function subtitle(
  view: ViewSettings,
  windows: Windows = {},
  more: object = {},
): Promise<string> {
  const json = JSON.stringify({ ...tensorWith(12, 1500), ...more })
  const { layout } = await modelOfCase({ name: 'x', json, view, ...windows })
  return layout.subtitle.map(({ text }) => text).join(' ')
}

describe('the subtitle', () => {
  const windows = { columns: { start: 1100, span: 200 }, layers: { start: 3, span: 4 } }

  it('says which layers and tokens are in view', async () => {
    expect(await subtitle({ query: 1, axis: 'position' })).toBe(
      'b · 12 layers × 1,500 past tokens, in order of the sequence',
    )
    expect(await subtitle({ query: 1, axis: 'position' }, windows)).toBe(
      'b · layers 3–6 of 12 × tokens 1,100–1,299 of 1,500',
    )
    expect(await subtitle({ query: 1 }, windows)).toBe(
      'b · layers 3–6 of 12 × tokens 200–399 of 1,500',
    )
    const one = { columns: { start: 4, span: 1 } }
    expect(await subtitle({ query: 1, axis: 'position' }, one)).toBe(
      'b · 12 layers × token 4 of 1,500',
    )
  })

  it('counts what has no numbers, or is in another order', async () => {
    const layers = Array.from({ length: 12 }, (_, layer) => `block ${layer}`)
    const axes = { row: 'Head', column: 'Feature' }
    expect(await subtitle({ query: 1 }, windows, { layers, axes })).toBe(
      'b · 4 of 12 heads × features 1,100–1,299 of 1,500',
    )
    expect(await subtitle({ query: 1, order: 'mean', layer_order: 'mean' }, windows)).toBe(
      'b · 4 of 12 layers × 200 of 1,500 tokens',
    )
    expect(await subtitle({ panels: 'queries' }, windows)).toBe(
      '2 queries: layers 3–6 of 12 × 200 of 1,500 columns',
    )
  })

  it('isolates a label that runs from right to left from the numbers beside it', async () => {
    expect(await subtitle({})).toBe(
      `\u2068${label}\u2069 · 12 layers × 1,500 past tokens, nearest first`,
    )
  })
})

describe('the labels of a zoomed figure', () => {
  it('have no more room on paper than they need', async () => {
    const json = JSON.stringify(tensorWith(12, 40))
    const view: ViewSettings = { paper: 'columns' }
    const depthOf = async (windows: Windows): Promise<number> =>
      (await modelOfCase({ name: 'x', json, view, ...windows })).layout.plots[0].tokenLabels.depth
    const few = await depthOf({ columns: { start: 0, span: 4 } })
    expect(few).toBeLessThan(await depthOf({}))
  })
})

describe('a legend in a narrow figure', () => {
  it('has whole entries, in several lines', async () => {
    const json = JSON.stringify(tensorWith(12, 15))
    const view: ViewSettings = { domain: [-0.9, 0.9] }
    const { layout } = await modelOfCase({ name: 'x', json, view, width: 300, height: 700 })
    const lines = layout.legend.filter(isAbove)
    expect(lines.map(({ text }) => text).join(' ')).toMatch(
      /^above 0\.9: \d+ of 180 cells, marked at the edges$/u,
    )
    expect(lines.map(({ isContinued }) => isContinued)).toEqual([false, true])
  })
})
