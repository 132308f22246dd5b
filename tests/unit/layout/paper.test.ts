import { describe, expect, it } from 'vitest'
import { paperOf, type Paper } from '../../../src/layout/paper'
import { settings } from '../../../src/tensor/settings/settings'
import { defaultView, type View } from '../../../src/tensor/View'

const view = defaultView({ hasQueries: true })

function paperWith(settingsOfPaper: Partial<View>): Paper {
  const paper = paperOf({ ...view, ...settingsOfPaper })
  if (paper === undefined) throw new Error('no paper')
  return paper
}

/** Width on paper in millimetres. */
function widthOf({ size, mmPerPixel }: Paper): number {
  return size.width * mmPerPixel
}

describe('paperOf', () => {
  it('is none for the screen', () => {
    expect(paperOf(view)).toBeUndefined()
    expect(paperOf({ ...view, font_size: 8, dpi: 600 })).toBeUndefined()
  })

  it('lays out with labels of one size, and scales them to their points', () => {
    const paper = paperWith({ paper_width: 127, font_size: 9 })
    // 127 mm are 5 inches of 96 CSS pixels; at 9 points the layout is as on the screen.
    expect(paper.size.width).toBeCloseTo(480, 9)
    expect(paper.size.paper.isHeightGiven).toBe(false)
    const large = paperWith({ paper_width: 127, paper_height: 254, font_size: 18 })
    expect(large.size.width).toBeCloseTo(240, 9)
    expect(large.size.height).toBeCloseTo(480, 9)
    expect(large.size.paper.isHeightGiven).toBe(true)
  })

  it.each([
    ['column', 82.55, 8],
    ['columns', 171.45, 8],
    ['slide', 254, 14],
    ['poster', 500, 24],
    ['neurips', 139.7, 8],
    ['iclr', 139.7, 8],
    ['acl', 77, 8],
    ['acl-wide', 160, 8],
    ['ieee', 88.9, 8],
    ['ieee-wide', 181.864, 8],
    ['nature', 89, 7],
    ['nature-wide', 183, 7],
    ['a4', 159.2, 9],
    ['letter', 165.1, 9],
  ] as const)('%s is %d mm wide with labels of %d points', (paper, width, points) => {
    expect(widthOf(paperWith({ paper }))).toBeCloseTo(width, 9)
    expect(paperWith({ paper }).points).toBe(points)
  })

  it('has a size for every name but the screen, and no other', () => {
    for (const [paper] of settings.paper.options) {
      expect(paperOf({ ...view, paper }) === undefined).toBe(paper === 'screen')
    }
  })

  it('has the pixels per inch of its PNG, and prefers what was chosen', () => {
    const { size, mmPerPixel, dpi } = paperWith({ paper: 'column', paper_width: 90, dpi: 600 })
    expect(size.width * mmPerPixel).toBeCloseTo(90, 9)
    expect(dpi).toBe(600)
    expect((size.width * size.pixelRatio) / (90 / 25.4)).toBeCloseTo(600, 9)
  })

  it('is 16:9 for a slide', () => {
    const { width, height } = paperWith({ paper: 'slide' }).size
    expect(width / height).toBeCloseTo(16 / 9, 9)
  })

  it('has a title of its own only where nothing is printed beside the figure', () => {
    expect(paperWith({ paper: 'neurips' }).size.paper.hasTitle).toBe(false)
    expect(paperWith({ paper: 'slide' }).size.paper.hasTitle).toBe(true)
  })
})
