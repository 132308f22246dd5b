import { describe, expect, it } from 'vitest'
import { type FigureModel } from '../../../src/figure/figureModel'
import { type ViewSettings } from '../../../src/tensor/View'
import { modelOfCase } from './drawCase'

/** Three queries of different lengths, depths, ranges and widths; the second has missing cells, the third huge ones. */
const json = JSON.stringify({
  title: 'Three queries that differ in everything they can differ in',
  queries: [
    { label: 'A', position: 6 },
    { label: 'The second query, whose label is long', position: 9, hidden_size: 64 },
    { label: 'C', position: 4 },
  ],
  hidden_size: 768,
  tokens: [6, 9, 4].map((length, q) =>
    Array.from({ length }, (_, token) => 'long'.repeat(q) + String(token)),
  ),
  values: [6, 9, 4].map((length, q) =>
    Array.from({ length: 3 + q }, (_, layer) =>
      Array.from({ length }, (__, token) =>
        q === 1 && token === 2
          ? null
          : (layer - token) * (q === 2 ? 12_345 : 0.01) + (token === 0 ? 1 : 0),
      ),
    ),
  ),
})

async function modelOf(view: ViewSettings, size: object = {}): Promise<FigureModel> {
  return modelOfCase({ name: 'three', json, view, ...size })
}

/** All that has the same place and the same colors while queries take turns. */
function frameOf({ layout, basis }: FigureModel): unknown {
  const { width, height, grid, colorBar } = layout
  const { low, high } = basis.colorScale ?? { low: NaN, high: NaN }
  return {
    width,
    height,
    grid: { ...grid },
    bar: [colorBar?.rect, colorBar?.ticks, colorBar?.title, colorBar?.tickTextX],
    layers: layout.plots[0].layerLabels,
    axisTitle: layout.plots[0].tokenTitle.at(0)?.y,
    legend: layout.legend.at(0)?.y,
    range: [low, high],
  }
}

describe('two queries that take turns', () => {
  const sizes = [{}, { width: 420, height: 800 }]
  const views: readonly ViewSettings[] = [
    {},
    { axis: 'position' },
    { axis: 'aligned' },
    { width: 'all' },
    { scope: 'view', x: [1, 3] },
    { domain: [-0.02, 0.02], profiles: true, order: 'mean' },
    { scale: 'rank' },
    { paper: 'column' },
    { paper: 'columns', cell: [1, 2] },
  ]

  it.for(views.flatMap((view) => sizes.map((size) => [view, size] as const)))(
    'have one frame and one color scale: %o',
    async ([view, size]) => {
      const pairs: readonly [number, number][] = [
        [0, 1],
        [2, 0],
        [1, 2],
      ]
      const frames = pairs.map(async (flick) => {
        const models = flick.map((query) => modelOf({ ...view, flick, query }, size))
        const [a, b] = (await Promise.all(models)).map(frameOf)
        expect(a).toEqual(b)
      })
      await Promise.all(frames)
    },
  )

  it('are padded to the longer of the two, and say whose colors they have', async () => {
    const { layout, current } = await modelOf({ flick: [0, 2], query: 2, scope: 'query' })
    expect(current.basis.matrix).toMatchObject({ columnCount: 6, layerCount: 5, tokenCount: 4 })
    const text = layout.captions.map((line) => line.text).join(' ')
    expect(text).toContain('The color range is that of both queries.')
    expect(text).toContain('of both queries.')
    expect(layout.subtitle.map((line) => line.text).join(' ')).toContain('C')
  })

  it('are shown only if both exist, and one of them is in view', async () => {
    const alone = await modelOf({ flick: [0, 7], query: 1 })
    expect(alone.basis.view.flick).toBeUndefined()
    expect((await modelOf({ flick: [0, 2], query: 1 })).basis.view.query).toBe(0)
    expect((await modelOf({ flick: [0, 2], panels: 'queries' })).basis.view.flick).toBeUndefined()
  })
})
