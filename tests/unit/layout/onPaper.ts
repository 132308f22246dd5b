import * as fc from 'fast-check'
import { type FigureLayout } from '../../../src/layout/FigureLayout'
import { layoutFigure } from '../../../src/layout/layoutFigure'
import { type LayoutInput } from '../../../src/layout/LayoutInput'
import { paperOf, type Paper } from '../../../src/layout/paper'
import { matrixOf } from '../../../src/tensor/Matrix'
import { type Tensor } from '../../../src/tensor/Tensor'
import { defaultView, type View } from '../../../src/tensor/View'
import { visibleProse } from '../../../src/text/visibleText'
import { tensorOfRows } from '../tensor/anyTensor'
import { anyTokenText } from './anyText'

/** A figure of random or ordinary content. */
export interface Draft {
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

/** The published figure. */
export const ordinary: Draft = {
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

export const anyDraft: fc.Arbitrary<Draft> = fc.record({
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

/** The layout of a figure on the paper that some settings choose. */
export function onPaper(
  draft: Draft,
  chosen: Partial<View>,
): { layout: FigureLayout; paper: Paper } {
  const paper = paperOf({ ...view, ...chosen })
  if (paper === undefined) throw new Error('no paper')
  return { layout: layoutFigure(inputOf(draft, paper)), paper }
}
