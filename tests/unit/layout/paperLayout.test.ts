import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FigureLayout } from '../../../src/layout/FigureLayout'
import { layoutFigure } from '../../../src/layout/layoutFigure'
import { type LayoutInput } from '../../../src/layout/LayoutInput'
import { paperOf, type Paper } from '../../../src/layout/paper'
import { matrixOf } from '../../../src/tensor/Matrix'
import { settings } from '../../../src/tensor/settings/settings'
import { type Tensor } from '../../../src/tensor/Tensor'
import { defaultView, type View } from '../../../src/tensor/View'
import { visibleProse } from '../../../src/text/visibleText'
import { tensorOfRows } from '../tensor/anyTensor'
import { anyTokenText } from './anyText'
import { faultsOf } from './faultsOf'

type PaperName = Exclude<View['paper'], 'screen'>

const papers = settings.paper.options.flatMap(([paper]) => (paper === 'screen' ? [] : [paper]))

interface Draft {
  readonly layerCount: number
  readonly tokenCount: number
  readonly tokens: readonly string[] | undefined
  readonly layerLabels: readonly string[] | undefined
  readonly words: string
  readonly title: string
  readonly isLegend: boolean
  readonly barEnds: LayoutInput['text']['barEnds']
  readonly noiseLimit: number
  readonly profile: boolean
}

const ordinary: Draft = {
  layerCount: 12,
  tokenCount: 15,
  tokens: ['level', 'plum', ':', 'PAUSE_', 'banana'],
  layerLabels: undefined,
  words: 'Meta Token #2',
  title: '',
  isLegend: false,
  barEnds: {},
  noiseLimit: 0.02,
  profile: false,
}

const anyWords = fc
  .array(fc.oneof(fc.string({ maxLength: 14 }), anyTokenText), { minLength: 1, maxLength: 9 })
  .map((words) => visibleProse(words.join(' ')))

const anyDraft: fc.Arbitrary<Draft> = fc.record({
  layerCount: fc.oneof(fc.integer({ min: 1, max: 64 }), fc.constant(128)),
  tokenCount: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 4000 })),
  tokens: fc.option(fc.array(anyTokenText, { minLength: 1, maxLength: 8 }), { nil: undefined }),
  layerLabels: fc.option(fc.array(anyTokenText, { minLength: 1, maxLength: 4 }), {
    nil: undefined,
  }),
  words: anyWords,
  title: fc.oneof(fc.constant(''), anyWords),
  isLegend: fc.boolean(),
  barEnds: fc.constantFrom({}, { below: '336k below' }, { below: '1 below', above: '9,999 above' }),
  noiseLimit: fc.constantFrom(0, 0.02, 1),
  profile: fc.boolean(),
})

function inputOf(draft: Draft, { size }: Paper): LayoutInput {
  const { layerCount, tokenCount, tokens, layerLabels, words } = draft
  const rows = Array.from({ length: layerCount }, () => Array<number>(tokenCount).fill(0))
  const tensor: Tensor = {
    ...tensorOfRows(rows),
    tokens:
      tokens === undefined
        ? { kind: 'none' }
        : {
            kind: 'shared',
            texts: Array.from({ length: tokenCount }, (_, k) => tokens[k % tokens.length] ?? ''),
          },
    ...(layerLabels && {
      layerLabels: rows.map((_, layer) => layerLabels[layer % layerLabels.length] ?? layer),
    }),
  }
  return {
    plots: [
      {
        matrix: matrixOf(tensor, 0, 'distance', 'query'),
        text: {
          title: words,
          tokenTitle: `Token past of ${words}`,
          tokenNote: '(distance 1 … 15 →)',
          shortNote: '(1 … 15 →)',
        },
      },
    ],
    size,
    isUpward: true,
    text: {
      title: draft.title,
      subtitle: '',
      layerTitle: 'Layer',
      metric: words,
      barEnds: draft.barEnds,
      legend: draft.isLegend ? [{ kind: 'padding', text: 'padding' }] : [],
      captions: () => [],
    },
    colorBar: {
      low: -0.04,
      high: 0.04,
      shareOf: (value) => (value + 0.04) / 0.08,
      isProportional: true,
      noiseLimit: draft.noiseLimit,
    },
  }
}

const view = defaultView({ hasQueries: true })

function onPaper(draft: Draft, chosen: Partial<View>): { layout: FigureLayout; paper: Paper } {
  const paper = paperOf({ ...view, ...chosen })
  if (paper === undefined) throw new Error('no paper')
  return { layout: layoutFigure(inputOf(draft, paper)), paper }
}

/** The shares of the plot in the width and the height of the figure. */
function sharesOf({ plots, width, height }: FigureLayout): readonly [number, number] {
  const { plot } = plots[0].grid
  return [plot.width / width, plot.height / height]
}

/** Least shares of the plot if labels are short: on narrow paper, and on paper of 140 mm or more. */
function leastShares({ size, mmPerPixel }: Paper): readonly [number, number] {
  return size.width * mmPerPixel < 139 ? [0.7, 0.68] : [0.78, 0.7]
}

describe('layoutFigure on paper', () => {
  it.each(papers)('keeps everything of any tensor inside and apart on %s', (paper) => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { layout } = onPaper(draft, { paper })
        expect(faultsOf(layout)).toEqual([])
        expect(layout.plots[0].tokenLabels.angle).not.toBe(-45)
      }),
      // Fourteen papers, 25 tensors each.
      { numRuns: 25 },
    )
  })

  it.each(papers)('gives the plot the room on %s, if labels are short', (paper: PaperName) => {
    const anyShort = fc.record({
      layerCount: fc.integer({ min: 9, max: 48 }),
      tokenCount: fc.integer({ min: 2, max: 15 }),
    })
    fc.assert(
      fc.property(anyShort, (change) => {
        const { layout, paper: made } = onPaper({ ...ordinary, ...change }, { paper })
        const [wide, high] = sharesOf(layout)
        const [leastWide, leastHigh] = leastShares(made)
        expect(wide).toBeGreaterThanOrEqual(leastWide)
        expect(high).toBeGreaterThanOrEqual(leastHigh)
      }),
      { numRuns: 20 },
    )
  })

  it('is exactly as wide as its paper, and as high where a height is given', () => {
    const free = onPaper(ordinary, { paper: 'nature' })
    expect(free.layout.width * free.paper.mmPerPixel).toBeCloseTo(89, 9)
    const { layout, paper } = onPaper(ordinary, { paper: 'nature', paper_height: 70 })
    expect(layout.height * paper.mmPerPixel).toBeCloseTo(70, 9)
  })

  it('takes its height from the cells, half to twice as wide as high where that can be', () => {
    for (const [layerCount, tokenCount] of [
      [12, 15],
      [24, 24],
      [30, 16],
      [24, 40],
    ] as const) {
      const { layout } = onPaper({ ...ordinary, layerCount, tokenCount }, { paper: 'columns' })
      const { plot } = layout.plots[0].grid
      const aspect = plot.width / tokenCount / (plot.height / layerCount)
      expect(aspect).toBeGreaterThanOrEqual(0.5)
      // Heights are whole pixels.
      expect(aspect).toBeLessThanOrEqual(2.01)
    }
  })

  it('honours a given height down to the least that can be read', () => {
    const { layout, paper } = onPaper(ordinary, { paper: 'column', paper_height: 20 })
    expect(layout.height).toBeGreaterThan(paper.size.height)
    expect(layout.plots[0].grid.plot.height).toBe(40)
    expect(faultsOf(layout)).toEqual([])
  })

  it('is wider than asked rather than cut', () => {
    const { layout, paper } = onPaper(ordinary, { paper_width: 20, font_size: 12 })
    expect(layout.width).toBeGreaterThan(paper.size.width)
    expect(faultsOf(layout)).toEqual([])
  })

  it('labels all fifteen tokens and all twelve layers of the published figure in one column', () => {
    const { layout } = onPaper(ordinary, { paper: 'column' })
    const { tokenLabels, layerLabels } = layout.plots[0]
    expect(tokenLabels.labels).toHaveLength(15)
    expect(tokenLabels.labels.every(({ fullText }) => fullText === undefined)).toBe(true)
    expect(layerLabels).toHaveLength(12)
  })

  it('has pixels of its plots that are those of the picture', () => {
    const { layout, paper } = onPaper(ordinary, { paper: 'nature' })
    const { plot } = layout.plots[0].grid
    for (const length of [plot.x, plot.y, plot.width, plot.height]) {
      const pixels = length * paper.size.pixelRatio
      expect(pixels).toBeCloseTo(Math.round(pixels), 6)
    }
  })
})
