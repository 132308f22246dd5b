import { type ColorBarInput } from '../../../src/layout/colorBarLayout'
import { mapPlots, type LayoutInput, type Plots } from '../../../src/layout/LayoutInput'
import { matrixOf, type Axis } from '../../../src/tensor/Matrix'
import { type Windows } from '../../../src/tensor/Windows'
import { tensorOf, type TensorSpec } from '../tensor/anyTensor'

/** A figure of several plots. */
export interface Draft {
  /** Tokens of each query, which has a plot. */
  readonly tokenCounts: Plots<number>
  readonly layerCount: number
  readonly width: number
  readonly height: number
  readonly tokenKind: TensorSpec['tokenKind']
  readonly axis: Axis
  readonly isPadded: boolean
  readonly isUpward: boolean
  readonly windows?: Windows
  /** Whether each plot has a color bar of its own; default false. */
  readonly hasOwnBars?: boolean
}

export const ordinary: Draft = {
  tokenCounts: [15],
  layerCount: 12,
  width: 960,
  height: 600,
  tokenKind: 'own',
  axis: 'position',
  isPadded: false,
  isUpward: true,
}

/** The input of its layout. */
export function inputOf(draft: Draft): LayoutInput {
  const { tokenCounts, layerCount, tokenKind, axis, isPadded, isUpward, width, height } = draft
  const { hasOwnBars = false } = draft
  const bar: ColorBarInput = {
    low: -1,
    high: 1,
    shareOf: (value) => (value + 1) / 2,
    isProportional: true,
  }
  const tensor = tensorOf({
    queries: tokenCounts.map((tokenCount) => ({
      rows: Array.from({ length: layerCount }, () => Array<number>(tokenCount).fill(0)),
      uncoveredCount: 0,
      gap: 0,
    })),
    align: 'start',
    firstIndex: 0,
    tokenKind,
  })
  return {
    plots: mapPlots(tokenCounts, (_, query) => ({
      matrix: matrixOf(tensor, query, axis, isPadded ? 'all' : 'query'),
      ...(hasOwnBars && tokenCounts.length > 1 && { colorBar: { ...bar, barEnds: {} } }),
      text: {
        title: `Meta Token #${query + 1}`,
        tokenTitle: 'Token past',
        tokenNote: '(position 0 … 14 →)',
      },
    })),
    size: { width, height, pixelRatio: 2 },
    isUpward,
    ...(draft.windows && { windows: draft.windows }),
    text: {
      title: 'All meta tokens',
      subtitle: 'of one tensor',
      layerTitle: 'Layer',
      metric: 'cosine similarity',
      barEnds: {},
      legend: [{ kind: 'missing', text: 'missing: 3 of 180 cells' }],
      captions: () => ['A caption'],
    },
    ...(!(hasOwnBars && tokenCounts.length > 1) && { colorBar: bar }),
  }
}
