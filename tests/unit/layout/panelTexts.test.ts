import { describe, expect, it } from 'vitest'
import { type FigureLayout } from '../../../src/layout/FigureLayout'
import { layoutFigure } from '../../../src/layout/layoutFigure'
import { mapPlots, type LayoutInput } from '../../../src/layout/LayoutInput'
import { faultsOf } from './faultsOf'
import { inputOf, ordinary } from './panelDraft'

/** Three panels, two side by side, in the width of a phone. */
function narrowPanels(own: Partial<LayoutInput> = {}): FigureLayout {
  const input = inputOf({
    ...ordinary,
    tokenCounts: [15, 15, 15],
    tokenKind: 'shared',
    isPadded: true,
    width: 420,
    height: 450,
  })
  const tokens = { kind: 'shared', texts: Array<string>(15).fill('elephant') } as const
  const tensor = { ...input.plots[0].matrix.tensor, tokens }
  const plots = mapPlots(input.plots, (plot) => ({
    ...plot,
    matrix: { ...plot.matrix, tensor },
    text: { ...plot.text, title: 'checkpoint 200 · Meta Token #12' },
  }))
  return layoutFigure({ ...input, plots, ...own })
}

function cutLabels({ plots }: FigureLayout): readonly string[] {
  return plots.flatMap(({ tokenLabels: { labels } }) =>
    labels.flatMap(({ fullText }) => fullText ?? []),
  )
}

describe('panels side by side in a narrow figure', () => {
  it('have whole titles', () => {
    const { plots } = narrowPanels()
    for (const { title } of plots) {
      expect(title.map(({ text }) => text).join(' ')).toBe('checkpoint 200 · Meta Token #12')
    }
  })

  it('have whole token labels, at the same angle in a zoom', () => {
    const whole = narrowPanels()
    const zoomed = narrowPanels({ windows: { columns: { start: 4, span: 5 } } })
    for (const layout of [whole, zoomed]) {
      expect(faultsOf(layout)).toEqual([])
      expect(cutLabels(layout)).toEqual([])
      expect(layout.plots.slice(1).map(({ tokenLabels }) => tokenLabels.angle)).toEqual([-90, -90])
    }
  })
})
