import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutFigure } from '../../../src/layout/layoutFigure'
import { type LayoutInput, type Plots } from '../../../src/layout/LayoutInput'
import { type PlotGrid } from '../../../src/layout/PlotGrid'
import { matrixOf } from '../../../src/tensor/Matrix'
import { type Tensor } from '../../../src/tensor/Tensor'
import { visibleProse } from '../../../src/text/visibleText'
import { tensorOfRows } from '../tensor/anyTensor'
import { anyTokenText } from './anyText'
import { faultsOf } from './faultsOf'

interface Draft {
  readonly layerCount: number
  readonly tokenCount: number
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
  readonly words: string
  readonly legendCount: number
  readonly captionCount: number
  readonly hasDomain: boolean
  readonly tokens: readonly string[] | undefined
  readonly layerLabel: string | undefined
}

const ordinary: Draft = {
  layerCount: 12,
  tokenCount: 15,
  width: 960,
  height: 600,
  pixelRatio: 2,
  words: 'Meta Token #2',
  legendCount: 1,
  captionCount: 1,
  hasDomain: true,
  tokens: ['level', 'wrench', 'a'],
  layerLabel: undefined,
}

const anyWords = fc
  .array(fc.oneof(fc.string({ maxLength: 14 }), anyTokenText), { minLength: 1, maxLength: 9 })
  .map((words) => visibleProse(words.join(' ')))

const anyDraft: fc.Arbitrary<Draft> = fc.record({
  layerCount: fc.integer({ min: 1, max: 64 }),
  tokenCount: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 2000 })),
  width: fc.integer({ min: 400, max: 2000 }),
  height: fc.integer({ min: 400, max: 2000 }),
  pixelRatio: fc.constantFrom(1, 2, 3),
  words: anyWords,
  legendCount: fc.nat({ max: 4 }),
  captionCount: fc.nat({ max: 4 }),
  hasDomain: fc.boolean(),
  tokens: fc.option(fc.array(anyTokenText, { minLength: 1, maxLength: 8 }), { nil: undefined }),
  layerLabel: fc.option(anyTokenText, { nil: undefined }),
})

const kinds = ['padding', 'missing', 'below', 'above'] as const

function inputOf(draft: Draft): LayoutInput {
  const { layerCount, tokenCount, width, height, pixelRatio, words, tokens, layerLabel } = draft
  const rows = Array.from({ length: layerCount }, () => Array<number>(tokenCount).fill(0))
  const texts = Array.from({ length: tokenCount }, (_, k) => tokens?.[k % tokens.length] ?? '')
  const tensor: Tensor = {
    ...tensorOfRows(rows),
    tokens: tokens === undefined ? { kind: 'none' } : { kind: 'shared', texts },
    ...(layerLabel === undefined
      ? {}
      : { layerLabels: rows.map((_, layer) => (layer % 2 === 0 ? layerLabel : layer)) }),
  }
  return {
    plots: [
      {
        matrix: matrixOf(tensor, 0, 'distance', 'query'),
        text: {
          title: words,
          tokenTitle: `Token past of ${words}`,
          tokenNote: '(distance 1 … 15 →)',
        },
      },
    ],
    size: { width, height, pixelRatio },
    isUpward: true,
    text: {
      title: words,
      subtitle: `${words} ${words}`,
      layerTitle: 'Layer',
      metric: words,
      barEnds: {},
      legend: kinds
        .slice(0, draft.legendCount)
        .map((kind) => ({ kind, text: `${kind}: ${words}` })),
      captions: () => Array<string>(draft.captionCount).fill(words),
    },
    ...(draft.hasDomain ? { domain: { low: -0.04, high: 0.04 } } : {}),
  }
}

function binCaptions([{ layers }]: Plots<PlotGrid>): string[] {
  return layers.cellsPerBin === 1 ? [] : ['1 row = 2 layers']
}

describe('layoutFigure', () => {
  it.each([
    ['no token', { tokenCount: 0 }],
    ['no layer', { layerCount: 0 }],
    ['one cell', { layerCount: 1, tokenCount: 1 }],
    ['no text at all', { words: '', legendCount: 0, captionCount: 0, tokens: undefined }],
    ['the published figure', {}],
    ['64 × 2,000 cells', { layerCount: 64, tokenCount: 2000 }],
    ['131,072 tokens', { tokenCount: 131_072 }],
    ['the least width', { width: 400, height: 400 }],
  ])('has everything inside and apart for %s', (_, change) => {
    expect(faultsOf(layoutFigure(inputOf({ ...ordinary, ...change })))).toEqual([])
  })

  it('has everything inside and apart at any size', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const layout = layoutFigure(inputOf(draft))
        expect(faultsOf(layout)).toEqual([])
        expect(layout.width).toBeLessThanOrEqual(draft.width)
        // The plot is never lower than 140: only there the figure may be higher than it was to be.
        const isLowest = layout.plots[0].grid.plot.height <= 140
        expect(isLowest || layout.height <= draft.height).toBe(true)
      }),
      { numRuns: 120 },
    )
  })

  it('keeps the cells of small matrices from growing without bound', () => {
    const layout = layoutFigure(
      inputOf({ ...ordinary, layerCount: 1, tokenCount: 1, width: 2000, height: 2000 }),
    )
    expect(layout.plots[0].grid.plot.width).toBeLessThan(500)
    expect(layout.plots[0].grid.plot.height).toBeLessThan(500)
  })

  it('draws no more bins than there are device pixels', () => {
    const layout = layoutFigure(inputOf({ ...ordinary, tokenCount: 131_072, pixelRatio: 1 }))
    const { plot, columns } = layout.plots[0].grid
    expect(columns.binCount).toBe(Math.ceil(131_072 / columns.cellsPerBin))
    expect(columns.binCount).toBeLessThanOrEqual(plot.width)
  })

  it('keeps no room for captions about bins that it does not have', () => {
    const input = inputOf(ordinary)
    const layout = layoutFigure({ ...input, text: { ...input.text, captions: binCaptions } })
    expect(layout.captions).toEqual([])
    expect(layout.height).toBe(ordinary.height)
  })

  it('keeps the plot’s sides and all labels apart however far it is zoomed', () => {
    const anyWindow = fc.record({
      start: fc.double({ min: 0, max: 100, noNaN: true }),
      span: fc.double({ min: 1, max: 120, noNaN: true }),
    })
    fc.assert(
      fc.property(anyDraft, anyWindow, (draft, columns) => {
        const whole = layoutFigure(inputOf(draft))
        const zoomed = layoutFigure({ ...inputOf(draft), windows: { columns } })
        expect(zoomed.plots[0].grid.plot.x).toBe(whole.plots[0].grid.plot.x)
        expect(zoomed.plots[0].grid.plot.width).toBe(whole.plots[0].grid.plot.width)
        expect(faultsOf(zoomed)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('says query, model and shape whole on a phone', () => {
    const subtitle =
      'Meta Token #1 · 12-layer GPT with meta tokens, final · 12 layers × 5 past tokens, nearest first'
    const input = inputOf({ ...ordinary, width: 376 })
    const layout = layoutFigure({ ...input, text: { ...input.text, subtitle } })
    expect(layout.subtitle.map(({ text }) => text.trim()).join(' ')).toBe(subtitle)
  })

  it('has no color bar without a domain', () => {
    expect(layoutFigure(inputOf({ ...ordinary, hasDomain: false })).colorBar).toBeUndefined()
  })
})
