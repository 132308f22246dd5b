import { describe, expect, it } from 'vitest'
import { asLoaded } from '../../../src/analysis/displayedOf'
import { describeFigure } from '../../../src/figure/describeFigure'
import { figureBasis, type FigureBasis } from '../../../src/figure/figureBasis'
import { figureModel, type FigureModel } from '../../../src/figure/figureModel'
import { resolveView } from '../../../src/tensor/View'
import { type Windows } from '../../../src/tensor/Windows'
import { tensorOfRows } from '../tensor/anyTensor'
import { waves } from './goldenDocuments'

const tensor = tensorOfRows(waves(12, 400))
const view = resolveView(tensor, { axis: 'position' }, {})
const basis: FigureBasis = figureBasis({ tensor, displayed: asLoaded(tensor), name: 'x', view })

function modelOf(windows: Windows): FigureModel {
  return figureModel(basis, {
    size: { width: 960, height: 600, pixelRatio: 2 },
    theme: 'light',
    windows,
  })
}

const columns = { start: 100, span: 40 }

it('the axes of a zoomed figure say which part of how much they show', () => {
  const { layout } = modelOf({ columns, layers: { start: 2, span: 3 } })
  expect(layout.plots[0].layerTitle?.text).toBe('Layer (3 of 12)')
  expect(layout.plots[0].tokenTitle[0]?.note).toBe('(position 100 … 139 of 399 →)')
  expect(modelOf({ columns }).layout.plots[0].layerTitle?.text).toBe('Layer')
})

describe('the descriptions of a zoomed figure', () => {
  it.each<[string, Windows, string, string]>([
    [
      'columns',
      { columns },
      'zoomed in to 40 of 400 columns, 10 % of the cells;',
      'from token 100 at the left to token 139 at the right',
    ],
    [
      'columns and layers',
      { columns, layers: { start: 2, span: 3 } },
      'zoomed in to 40 of 400 columns and 3 of 12 rows, 2.5 % of the cells;',
      'Rows run from layer 2 at the bottom to layer 4 at the top',
    ],
    [
      'cells that are visible in part',
      { columns: { start: 100.5, span: 39 } },
      'zoomed in to 40 of 400 columns',
      'from token 100 at the left to token 139 at the right',
    ],
  ])('say which part it shows, and describe its axes: %s', (_, windows, part, axes) => {
    const model = modelOf(windows)
    const long = describeFigure(model.plots[0].basis, [], { isExact: false, windows })
    for (const text of [model.description, long]) {
      expect(text).toContain(part)
      expect(text).toContain(axes)
      expect(text).toContain('values, counts and findings are those of all of them')
    }
  })

  it('say nothing of a part where all is shown', () => {
    const model = modelOf({})
    expect(model.description).toBe(basis.description)
    expect(describeFigure(basis, [], { isExact: false })).not.toContain('zoomed')
    expect(model.description).toContain('from token 0 at the left to token 399 at the right')
  })

  it('say of how much a file with the visible part alone shows a part', () => {
    const text = describeFigure(basis, [], {
      isExact: false,
      whole: { ...basis.matrix, tokenCount: 9000 },
    })
    expect(text).toContain('This is the visible part of 12 layers by 9,000 past tokens.')
  })

  it('name the colors that the figure has', () => {
    const model = figureModel(basis, {
      size: { width: 300, height: 300, pixelRatio: 1 },
      theme: 'light',
    })
    const [{ basis: shown }] = model.plots
    expect(shown.bins?.means).toBeDefined()
    const { low = NaN, high = NaN } = shown.colorScale ?? {}
    const text = describeFigure(shown, [], { isExact: false })
    const ends = /Colors run from (\S+) to (\S+)\./u.exec(text)?.slice(1) ?? []
    const [first, last] = ends.map((end) => Number(end.replace('−', '-')))
    expect(first).toBeCloseTo(low, 3)
    expect(last).toBeCloseTo(high, 3)
  })
})
