import { describe, expect, it } from 'vitest'
import { exportFrame } from '../../../src/export/exportFrame'
import { defaultView } from '../../../src/tensor/View'

const view = defaultView({ hasQueries: true })
const screen = { width: 1200, height: 600 }

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
