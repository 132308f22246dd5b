import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureBasis, type FigureBasis } from '../../../src/figure/figureBasis'
import { figureModel, type FigureModel } from '../../../src/figure/figureModel'
import { paperOf } from '../../../src/layout/paper'
import { valueFormat, valueLabels } from '../../../src/layout/valueLabels'
import { widthOf } from '../../../src/layout/TextStyle'
import { binsOf } from '../../../src/tensor/Bins'
import { parseView, type ViewSettings } from '../../../src/tensor/View'
import { faultsOf } from '../layout/faultsOf'
import { anyFigure, papers } from './anyFigure'
import { inputOfCase } from './drawCase'

/** Every preset, and sizes that nobody has prepared. */
const sizes: readonly ViewSettings[] = [
  ...papers.map((paper) => ({ paper })),
  { paper_width: 40, font_size: 6 },
  { paper: 'column', paper_height: 35 },
  { paper_width: 300, paper_height: 60, font_size: 10 },
]

/** The colors of a figure do not depend on its paper. */
function modelOn(basis: FigureBasis, settings: ViewSettings): FigureModel {
  const view = { ...basis.view, ...parseView(settings).settings }
  const size = paperOf(view)?.size
  if (size === undefined) throw new Error('no paper')
  return figureModel({ ...basis, view }, { size, theme: 'light' })
}

/** The values in the cells that do not fit into the plot. */
function valueFaults({ plots: [{ basis, layout, source }] }: FigureModel): readonly string[] {
  const { grid } = layout
  if (basis.view.digits === 0 || basis.colorScale === undefined) return []
  const format = valueFormat(basis.colorScale, basis.view.digits)
  const { labels = [], fontSize = 0 } = valueLabels(binsOf(source), grid, format) ?? {}
  const cellWidth = grid.plot.width / grid.columns.span
  return labels.flatMap(({ x, text }) => {
    const half = widthOf(text, { fontSize, face: 'sans' }) / 2
    const isIn = x - half >= grid.plot.x && x + half <= grid.plot.x + grid.plot.width
    return isIn && 2 * half <= cellWidth ? [] : [`value ${text}`]
  })
}

describe('a figure on paper', () => {
  // Six times fifty figures, each at every size: one test of all would take longer than a test may.
  it.each([1, 2, 3, 4, 5, 6])(
    'has all its parts inside and apart at any size (%d)',
    async (part) => {
      await fc.assert(
        fc.asyncProperty(anyFigure, async (figure) => {
          const basis = figureBasis(await inputOfCase(figure))
          for (const size of sizes) {
            const model = modelOn(basis, size)
            expect({ size, faults: [...faultsOf(model.layout), ...valueFaults(model)] }).toEqual({
              size,
              faults: [],
            })
          }
        }),
        { numRuns: 50, seed: (fc.readConfigureGlobal().seed ?? 0) * 6 + part },
      )
    },
  )
})
