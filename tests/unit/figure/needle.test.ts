import { describe, expect, it } from 'vitest'
import { svgText } from '../../../src/export/xml/serialize'
import { rasterPicture } from '../../../src/figure/CellPicture'
import { type FigureModel } from '../../../src/figure/figureModel'
import { cellMarkRect } from '../../../src/layout/PlotGrid'
import { binsOf } from '../../../src/tensor/Bins'
import { columnOfToken } from '../../../src/tensor/Matrix'
import { decodeRaster, type DecodedRaster } from './decodeRaster'
import { figureOfCase, modelOfCase } from './drawCase'
import { type GoldenCase } from './goldenCases'
import { NEEDLE, needle } from './goldenDocuments'

const json = needle()

async function drawn(options: Partial<GoldenCase>): Promise<{
  readonly model: FigureModel
  readonly raster: DecodedRaster
}> {
  const view = { domain: 'extent', ...options.view } as const
  const model = await modelOfCase({ name: 'needle', json, ...options, view })
  const picture = rasterPicture(model, model.plots[0].layout.grid, binsOf(model.plots[0].source))
  return { model, raster: decodeRaster(picture) }
}

/** All pixels with a color. */
function pixelsOf(raster: DecodedRaster, color: string | undefined): readonly [number, number][] {
  const found: [number, number][] = []
  for (let y = 0; y < raster.height; y++) {
    for (let x = 0; x < raster.width; x++) if (raster.at(x, y) === color) found.push([x, y])
  }
  return found
}

function colorsOf({ width, height, at }: DecodedRaster): ReadonlySet<string | undefined> {
  const pixels = Array.from({ length: width * height }, (_, k) =>
    at(k % width, Math.floor(k / width)),
  )
  return new Set(pixels)
}

/** The hot cell's bin in device pixels of the picture: first ones, and those after the last. */
function needlePixels({ plots }: FigureModel): readonly [number, number, number, number] {
  const { layout, basis } = plots[0]
  const { grid } = layout
  const columnIndex = columnOfToken(basis.matrix, NEEDLE.tokenIndex)
  const rect = cellMarkRect(grid, { columnIndex, rowIndex: NEEDLE.layerIndex })
  if (rect === undefined) throw new Error('the hot cell is not in view')
  const x = (rect.x - grid.plot.x) * grid.pixelRatio
  const y = (rect.y - grid.plot.y) * grid.pixelRatio
  return [x, y, x + rect.width * grid.pixelRatio, y + rect.height * grid.pixelRatio]
}

describe('one hot cell among 12 × 20,000', () => {
  it.each<[string, Partial<GoldenCase>]>([
    ['at 960 px', { pixelRatio: 1 }],
    ['at 400 px', { width: 400 }],
    ['at two device pixels a pixel', {}],
    ['by distance, with layer 0 at the top', { view: { axis: 'distance', layers: 'down' } }],
    ['where the greatest is shown', { view: { detail: 'max' } }],
    ['in a zoomed view', { columns: { start: 5000.5, span: 9000 } }],
  ])('has the top color, and no other cell has it, %s', async (_, options) => {
    const { model, raster } = await drawn(options)
    const top = model.basis.ramp.at(-1)
    const hot = pixelsOf(raster, top)
    const [left, upper, right, lower] = needlePixels(model)
    expect(hot).toHaveLength((right - left) * (lower - upper))
    expect(hot.every(([x, y]) => x >= left && x < right && y >= upper && y < lower)).toBe(true)
  })

  it('is the one shape of that color where bins are few enough to be shapes', async () => {
    const view = { domain: 'extent' } as const
    const golden = { name: 'needle', json, width: 400, pixelRatio: 1, view }
    const { basis } = await modelOfCase(golden)
    const svg = svgText(await figureOfCase(golden))
    const shapes = [
      ...svg.matchAll(/<rect [^>]*fill="([^"]*)"[^>]*data-layer="(\d+)" data-token="(\d+)"/g),
    ]
    const hot = shapes.filter(([, fill]) => fill === basis.ramp.at(-1))
    expect(shapes.length).toBeGreaterThan(1000)
    expect(hot.map(([, , layer, token]) => [Number(layer), Number(token)])).toEqual([
      [NEEDLE.layerIndex, NEEDLE.tokenIndex],
    ])
  })

  it('is the one cell beyond the colors by default, which show the others’ structure', async () => {
    const { model, raster } = await drawn({ view: { domain: 'auto' } })
    const [left, upper, right, lower] = needlePixels(model)
    const beyond = pixelsOf(raster, model.theme.absent.above)
    expect(beyond).toHaveLength((right - left) * (lower - upper))
    expect(beyond.every(([x, y]) => x >= left && x < right && y >= upper && y < lower)).toBe(true)
    const seen = colorsOf(raster)
    expect(model.basis.ramp.filter((color) => seen.has(color)).length).toBeGreaterThan(100)
    expect(model.layout.colorBar?.pointers).toMatchObject([{ kind: 'above', text: '1 above' }])
  })

  it('is drawn pixel on pixel', async () => {
    const { model, raster } = await drawn({})
    const { plot } = model.plots[0].layout.grid
    expect([raster.width, raster.height]).toEqual([plot.width * 2, plot.height * 2])
  })

  it('is averaged away by a mean, and hidden by the least: it is no default for a reason', async () => {
    const options = [{ view: { detail: 'mean' } }, { view: { detail: 'min' } }] as const
    for (const { model, raster } of await Promise.all(options.map(drawn))) {
      expect(pixelsOf(raster, model.basis.ramp.at(-1))).toEqual([])
    }
  })

  it('is not named in a caption about single cells', async () => {
    const whole = await drawn({ pixelRatio: 1 })
    const captions = whole.model.layout.captions.map(({ text }) => text)
    const { cellsPerBin } = whole.model.plots[0].layout.grid.columns
    expect(captions).toContain(
      `1 column = ${cellsPerBin} tokens: their mean, or the one cell that stands out (1 does).`,
    )
    const zoomed = await modelOfCase({ name: 'x', json, columns: { start: 7000, span: 900 } })
    expect(zoomed.layout.captions.map(({ text }) => text)).toContain(
      'Every cell in view is drawn by itself.',
    )
  })
})
