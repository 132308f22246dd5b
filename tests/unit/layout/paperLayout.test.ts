import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FigureLayout } from '../../../src/layout/FigureLayout'
import { type Paper } from '../../../src/layout/paper'
import { textPlaces } from '../../../src/layout/textPlaces'
import { settings } from '../../../src/tensor/settings/settings'
import { type View } from '../../../src/tensor/View'
import { faultsOf } from './faultsOf'
import { anyDraft, onPaper, ordinary } from './onPaper'

type PaperName = Exclude<View['paper'], 'screen'>

const papers = settings.paper.options.flatMap(([paper]) => (paper === 'screen' ? [] : [paper]))

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

  it('leaves room for a caption on the page, however many layers there are', () => {
    for (const paper of ['nature-wide', 'columns', 'a4'] as const) {
      const { layout, paper: made } = onPaper({ ...ordinary, layerCount: 128 }, { paper })
      expect(layout.height * made.mmPerPixel).toBeLessThanOrEqual(170)
      expect(layout.height * made.mmPerPixel).toBeGreaterThan(165)
    }
    const poster = onPaper({ ...ordinary, layerCount: 128 }, { paper: 'poster' })
    expect(poster.layout.height * poster.paper.mmPerPixel).toBeGreaterThan(500)
  })

  it('honours a given height down to the least that can be read', () => {
    const { layout, paper } = onPaper(ordinary, { paper: 'column', paper_height: 20 })
    expect(layout.height).toBeGreaterThan(paper.size.height)
    expect(layout.plots[0].grid.plot.height).toBe(40)
    expect(faultsOf(layout)).toEqual([])
  })

  it('gives an editor the whole of a title that is shortened', () => {
    const words = 'a title that is much too long for one column at this size of text'
    const { layout } = onPaper({ ...ordinary, words, title: words }, { paper_width: 60 })
    const texts = Object.fromEntries(textPlaces(layout).map(({ key, text }) => [key, text]))
    expect(texts['color_title']).toBe(words)
    expect(texts['title']).toBe(words)
    expect(texts['x_title']).toBe(`Token past of ${words}`)
    expect(layout.colorBar?.title?.text).not.toBe(words)
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
