import { describe, expect, it } from 'vitest'
import { asLoaded } from '../../../src/analysis/displayedOf'
import { svgText } from '../../../src/export/xml/serialize'
import { stepOf } from '../../../src/color/Palette'
import { binReadout } from '../../../src/figure/binReadout'
import { rasterPicture } from '../../../src/figure/CellPicture'
import { figureBasis, type FigureBasis } from '../../../src/figure/figureBasis'
import { figureModel, type FigureModel } from '../../../src/figure/figureModel'
import { readoutText } from '../../../src/layout/readoutOf'
import { binsOf } from '../../../src/tensor/Bins'
import { type AxisWindow } from '../../../src/tensor/BinAxis'
import { type Tensor } from '../../../src/tensor/Tensor'
import { resolveView, type ViewSettings } from '../../../src/tensor/View'
import { normal } from '../analysis/normal'
import { tensorOfRows } from '../tensor/anyTensor'
import { decodeRaster } from './decodeRaster'
import { figureOfCase } from './drawCase'

function noise(layerCount: number, tokenCount: number): number[][] {
  const next = normal(3)
  return Array.from({ length: layerCount }, () => Array.from({ length: tokenCount }, next))
}

function basisOf(tensor: Tensor, settings: ViewSettings = {}): FigureBasis {
  const view = resolveView(tensor, { axis: 'position', ...settings }, {})
  return figureBasis({ tensor, displayed: asLoaded(tensor), name: 'x', view })
}

function modelOf(basis: FigureBasis, columns?: AxisWindow, width = 960): FigureModel {
  const size = { width, height: 600, pixelRatio: 1 }
  return figureModel(basis, {
    size,
    theme: 'light',
    windows: columns === undefined ? {} : { columns },
  })
}

function captionsOf({ layout }: FigureModel): readonly string[] {
  return layout.captions.map(({ text }) => text)
}

/** The mean step of the drawn bins whose first token is in a part of the row. */
function stepsIn(model: FigureModel, isInside: (layer: number, token: number) => boolean): number {
  const [{ source, basis }] = model.plots
  const bins = binsOf(source)
  const { columns } = bins
  const steps = [...bins.values.entries()].flatMap(([bin, value]) => {
    const layer = Math.floor(bin / columns.binCount)
    const token = (bin % columns.binCount) * columns.cellsPerBin
    return isInside(layer, token) ? [stepOf(value, basis.colorScale)] : []
  })
  return steps.reduce((sum, step) => sum + step, 0) / steps.length
}

function isBlock(layer: number, token: number): boolean {
  return layer > 5 && layer < 12 && token > 20_000 && token < 30_000
}

describe('a figure of typical values', () => {
  it('shows a wave of a fifth of the noise', () => {
    const rows = noise(24, 60_000).map((row) => {
      return row.map((value, token) => value + 0.2 * Math.sin(token / 1500))
    })
    const model = modelOf(basisOf(tensorOfRows(rows)))
    const high = stepsIn(model, (_, token) => Math.sin(token / 1500) > 0.8)
    const low = stepsIn(model, (_, token) => Math.sin(token / 1500) < -0.8)
    expect(high - low).toBeGreaterThan(50)
  })

  it('shows a block of half of the noise', () => {
    const rows = noise(24, 60_000).map((row, layer) => {
      return row.map((value, token) => (isBlock(layer, token) ? value + 0.5 : value))
    })
    const model = modelOf(basisOf(tensorOfRows(rows)))
    const inside = stepsIn(model, isBlock)
    expect(inside - stepsIn(model, (layer, token) => !isBlock(layer, token))).toBeGreaterThan(60)
  })

  it('changes no color while it moves, and changes them with the power of two of its bins only', () => {
    const basis = basisOf(tensorOfRows(noise(12, 20_000)))
    const endsAt = (columns: AxisWindow): readonly unknown[] => {
      const { colorScale } = modelOf(basis, columns).basis
      return [colorScale?.low, colorScale?.high]
    }
    const first = endsAt({ start: 0, span: 8000 })
    expect(endsAt({ start: 4321, span: 8000 })).toEqual(first)
    expect(endsAt({ start: 12_000, span: 8000 })).toEqual(first)
    expect(endsAt({ start: 12_000, span: 7000 })).toEqual(first)
    const narrower = endsAt({ start: 12_000, span: 3000 })
    expect(narrower).not.toEqual(first)
    const single = modelOf(basis, { start: 100, span: 300 }).basis
    expect([single.colorScale?.low, single.colorScale?.high]).toEqual([
      basis.colorScale?.low,
      basis.colorScale?.high,
    ])
    expect(single.bins).toBeUndefined()
  })

  it('has the colors that a lock holds, whatever the size of its bins', () => {
    const tensor = tensorOfRows(noise(12, 20_000))
    const locked = modelOf(basisOf(tensor, { lock: [-1, 2] }))
    expect(locked.basis.colorScale).toMatchObject({ low: -1, high: 2 })
    const chosen = modelOf(basisOf(tensor, { domain: 'extent' }))
    expect(chosen.basis.colorScale?.high).toBe(chosen.plots[0].basis.statistics.max)
  })

  it('says how many visible cells stand out', () => {
    const rows = noise(12, 20_000).map((row) =>
      row.map((value) => Math.max(-3, Math.min(3, value))),
    )
    const words = 'their mean, or the one cell that stands out'
    expect(captionsOf(modelOf(basisOf(tensorOfRows(rows))))).toContainEqual(
      expect.stringMatching(/^1 column = \d+ tokens: .* stands out \(none does\)\.$/u),
    )
    const first = rows[2]
    if (first === undefined) throw new Error('twelve layers')
    first[5000] = 30
    first[15_000] = -30
    const two = basisOf(tensorOfRows(rows))
    expect(captionsOf(modelOf(two))).toContainEqual(expect.stringContaining(`${words} (2 do).`))
    const part = captionsOf(modelOf(two, { start: 10_000, span: 10_000 }))
    expect(part).toContainEqual(expect.stringContaining(`${words} (2 do, 1 in view).`))
    expect(modelOf(two).layout.legend.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^below −[01]\.\d+: 1 cell that stands out$/u),
      expect.stringMatching(/^above [01]\.\d+: 1 cell that stands out, marked at the edges$/u),
    ])
  })

  it('says in how many bins cells stand out where they are very many, and how many are shown', () => {
    const [first, second, third] = [normal(5), normal(6), normal(7)]
    const heavy = (): number => first() / Math.hypot(second(), third())
    const rows = Array.from({ length: 12 }, () => Array.from({ length: 20_000 }, heavy))
    expect(captionsOf(modelOf(basisOf(tensorOfRows(rows))))).toContainEqual(
      expect.stringMatching(
        /stands out \(in about \d+ % of the bins; the farthest are shown, in [12] %\)\.$/u,
      ),
    )
  })

  it('names two cells of opposite signs in one bin, and draws both', () => {
    const rows = noise(12, 20_000)
    const row = rows[7]
    if (row === undefined) throw new Error('twelve layers')
    row[7777] = 20
    row[7779] = -30
    const model = modelOf(basisOf(tensorOfRows(rows)))
    const readout = binReadout(model.plots[0], { rowIndex: 7, columnIndex: 7778 })
    expect(readoutText(readout.cell)).toBe('layer 7 · token 7779 (12221 back) · −30')
    expect(readout.scope).toMatch(
      /^stands out among tokens 7776 to 7802, with a mean of [^;]+; so does layer 7 · token 7777 \(12223 back\) · 20$/u,
    )
    const [{ layout, source }] = model.plots
    const raster = decodeRaster(rasterPicture({ ...model.plots[0] }, layout.grid, binsOf(source)))
    const column = Math.floor(7777 / 27)
    const x = Math.round(layout.grid.columnEdges[column] ?? NaN)
    const colors = Array.from({ length: raster.height }, (_, y) => raster.at(x, y))
    const above = colors.indexOf(model.theme.absent.above)
    const below = colors.indexOf(model.theme.absent.below)
    expect(above).toBeGreaterThan(0)
    expect(below - above).toBe(
      Math.ceil((colors.lastIndexOf(model.theme.absent.below) + 1 - above) / 2),
    )
  })

  it('reads a mean as a mean', () => {
    const model = modelOf(basisOf(tensorOfRows([[1, 2, 3, 4, 5, 6, 7, 8]])), undefined, 10)
    const { source } = model.plots[0]
    const columns = { ...source.columns, cellsPerBin: 4, binCount: 2 }
    const plot = { ...model.plots[0], source: { ...source, columns } }
    const readout = binReadout(plot, { rowIndex: 0, columnIndex: 5 })
    expect([readoutText(readout.cell), readout.scope]).toEqual([
      'layer 0 · 6.5',
      'mean of tokens 4 to 7',
    ])
  })

  it.each(['mean', 'typical'] as const)('names both infinities of a bin: %s', (detail) => {
    const rows = [
      Array.from({ length: 4000 }, (_, k) => ({ 7: Infinity, 9: -Infinity })[k] ?? k % 7),
    ]
    const model = modelOf(basisOf(tensorOfRows(rows), { detail }))
    const { cell, scope } = binReadout(model.plots[0], { rowIndex: 0, columnIndex: 8 })
    const words = `${readoutText(cell)} · ${scope}`
    expect(words).toContain(detail === 'mean' ? '+∞ and −∞' : 'Infinity')
    expect(words).toContain(detail === 'mean' ? 'no mean' : '−Infinity')
    expect(words).not.toContain('missing')
  })

  it('marks bins of which more than half is missing, and says so', async () => {
    const rows = noise(4, 4000).map((row) => {
      return row.map((value, token) => (token > 2000 && token % 4 > 0 ? null : value))
    })
    const json = JSON.stringify({ values: rows })
    const svg = svgText(await figureOfCase({ name: 'x', json, width: 400, pixelRatio: 1 }))
    const halves = [...svg.matchAll(/<rect [^>]*height="([\d.]+)" fill="#9aa1ad"\/>/gu)]
    expect(halves.length).toBeGreaterThan(100)
    expect(svg).toContain('miss more than half')
  })

  it('brackets the noise floor of the means, and fades what is inside', () => {
    const tensor = {
      ...tensorOfRows(noise(12, 20_000).map((row) => row.map((v) => v / 16))),
      hiddenSize: 256,
    }
    const cosines = { ...tensor, metric: 'cosine similarity' }
    const model = modelOf(basisOf(cosines, { fade: true }))
    expect(captionsOf(model).join(' ')).toContain(
      'Noise floor of means of 16 or more cells (bracket at the color bar): ±0.0306 = 1.96/√(256 × 16). Means inside it are pale.',
    )
    const single = modelOf(basisOf(cosines, { fade: true }), { start: 0, span: 50 })
    expect(captionsOf(single).join(' ')).toContain('= 1.96/√256. Cells inside it are pale.')
  })
})
