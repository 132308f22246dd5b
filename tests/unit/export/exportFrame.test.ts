import { describe, expect, it } from 'vitest'
import { exportFrame, paperOf, pixelScale } from '../../../src/export/exportFrame'
import { defaultView } from '../../../src/tensor/View'

const view = defaultView({ hasQueries: true })
const screen = { width: 1200, height: 600 }

describe('paperOf', () => {
  it('is none for the screen', () => {
    expect(paperOf(view, screen)).toBeUndefined()
    expect(paperOf({ ...view, font_size: 8, dpi: 600 }, screen)).toBeUndefined()
  })

  it('keeps the proportions of the screen where no height is given', () => {
    const paper = paperOf({ ...view, paper_width: 127, font_size: 9 }, screen)
    // 127 mm are 5 inches of 96 CSS pixels; at 9 points the layout is as on the screen.
    expect(paper).toMatchObject({ width: 480, height: 240, physicalWidth: 127, dpi: 300 })
  })

  it('lays out for half of the pixels where the text is twice as large', () => {
    const large = paperOf({ ...view, paper_width: 127, paper_height: 254, font_size: 18 }, screen)
    expect(large).toMatchObject({ width: 240, height: 480 })
  })

  it('takes what is usual, and what was chosen before it', () => {
    expect(paperOf({ ...view, paper: 'column' }, screen)).toMatchObject({ physicalWidth: 85 })
    expect(paperOf({ ...view, paper: 'slide' }, screen)).toMatchObject({ dpi: 150 })
    const own = { ...view, paper: 'column' as const, paper_width: 90, dpi: 600 }
    expect(paperOf(own, screen)).toMatchObject({ physicalWidth: 90, dpi: 600 })
  })
})

describe('pixelScale', () => {
  it('gives a PNG the pixels per inch, however wide the figure came out', () => {
    const paper = { width: 400, height: 300, physicalWidth: 25.4, dpi: 300 }
    expect(400 * pixelScale(paper, 400)).toBeCloseTo(300)
    expect(500 * pixelScale(paper, 500)).toBeCloseTo(300)
  })
})

/** Pixels per meter, as the chunk states them. */
function densityOf(chunk: Uint8Array | undefined): number {
  expect(new TextDecoder().decode(chunk?.subarray(4, 8))).toBe('pHYs')
  return chunk === undefined ? 0 : new DataView(chunk.buffer, chunk.byteOffset).getUint32(8)
}

describe('exportFrame', () => {
  it.each([1, 2, 4])('states the size of a PNG without a paper, at scale %d', (scale) => {
    const { pngChunks } = exportFrame('png', view, { ...screen, pixelRatio: 1 }, scale)
    expect(pngChunks).toHaveLength(1)
    expect(densityOf(pngChunks[0])).toBe(Math.round((96 * scale) / 0.0254))
  })

  it('states the size of a PNG on its paper, whatever the scale', () => {
    const onPaper = { ...view, paper_width: 127, dpi: 600 }
    const { pngChunks } = exportFrame('png', onPaper, { ...screen, pixelRatio: 1 }, 4)
    expect(pngChunks.map(densityOf)).toEqual([Math.round(600 / 0.0254)])
  })
})
