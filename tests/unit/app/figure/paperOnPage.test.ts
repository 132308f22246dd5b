import * as fc from 'fast-check'
import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import fiveLists from '../../../fixtures/canonical/five-lists.json?raw'
import published from '../../../fixtures/canonical/meta-token-2.json?raw'
import { finish } from '../../../../src/analysis/Sliced'
import { modelInFrame } from '../../../../src/app/figure/useFigure'
import { picturesOf } from '../../../../src/app/figure/usePicture'
import { exportFrame } from '../../../../src/export/exportFrame'
import { standaloneFigure } from '../../../../src/export/svgFile'
import { svgText } from '../../../../src/export/xml/serialize'
import { Figure } from '../../../../src/figure/Figure'
import { figureBasis, type FigureBasis } from '../../../../src/figure/figureBasis'
import { type PlotGrid } from '../../../../src/layout/PlotGrid'
import { binsOf } from '../../../../src/tensor/Bins'
import { type View } from '../../../../src/tensor/View'
import { drawnIn, type Drawn } from '../../../browser/harness/drawnIn'
import { parseXml } from '../../../browser/harness/parseXml'
import { anyFigure, papers } from '../../figure/anyFigure'
import { decodeRaster, type DecodedRaster } from '../../figure/decodeRaster'
import { inputOfCase } from '../../figure/drawCase'
import { type GoldenCase } from '../../figure/goldenCases'

/** A frame that no paper fits. */
const frame = {
  width: 777,
  height: 333,
  pixelRatio: 1.25,
  isHeightFixed: true,
  stripRoom: 0,
  previewHeight: undefined,
  hasBar: false,
}

/** What the page shows of a figure, in the dark, with the grid of its cells. */
function onPage(basis: FigureBasis): { readonly drawn: readonly Drawn[]; readonly grid: PlotGrid } {
  const model = modelInFrame(basis, frame, { theme: 'dark', windows: {} })
  const pictures = picturesOf(model, [binsOf(model.plots[0].source)])
  const svg = svgText(createElement(Figure, { model, pictures }))
  return { drawn: drawnIn(parseXml(svg)), grid: model.plots[0].layout.grid }
}

/** What the file of the figure has. */
function inFile(basis: FigureBasis): readonly Drawn[] {
  const screen = { width: 1500, height: 900, pixelRatio: 2 }
  const parts = { basis, title: '', description: '', packed: '' }
  const { element } = finish(
    standaloneFigure(parts, exportFrame('svg', basis.view, screen, 1), {
      background: 'white',
      part: 'visible',
      carried: 'none',
      hasMark: true,
      hasDataNote: false,
      view: basis.view,
      windows: {},
    }),
  )
  return drawnIn(parseXml(svgText(element)))
}

function isCells({ name, attributes }: Drawn): boolean {
  return name === 'image' || 'data-layer' in attributes
}

/** The picture that shows the cells, if they are no shapes. */
function rasterIn(
  drawn: readonly Drawn[],
  { columns, layers }: PlotGrid,
): DecodedRaster | undefined {
  const href = drawn.find(({ name }) => name === 'image')?.attributes['href']
  return href === undefined ? undefined : decodeRaster({ kind: 'raster', href, columns, layers })
}

/** A pixel and its color. */
type Sample = readonly [x: number, y: number, color: string | undefined]

/** About 5,000 places of a picture with their colors. */
function samplesOf({ width, height, at }: DecodedRaster): readonly Sample[] {
  const step = Math.max(1, Math.floor(Math.sqrt((width * height) / 5000)))
  return Array.from({ length: Math.ceil(height / step) }, (_, row) =>
    Array.from({ length: Math.ceil(width / step) }, (__, column) => {
      const [x, y] = [column * step, row * step]
      return [x, y, at(x, y)] as const
    }),
  ).flat()
}

/** The middles of shapes as pixels of the plot, with their colors. */
function middlesOf(cells: readonly Drawn[], { plot, pixelRatio }: PlotGrid): readonly Sample[] {
  return cells.map(({ attributes }) => {
    const [x = NaN, y = NaN, width = NaN, height = NaN] = ['x', 'y', 'width', 'height'].map((key) =>
      Number(attributes[key]),
    )
    return [
      Math.floor((x + width / 2 - plot.x) * pixelRatio),
      Math.floor((y + height / 2 - plot.y) * pixelRatio),
      attributes['fill'],
    ] as const
  })
}

/**
 * Everything on the page and in the file: what both have as elements, and the colors of cells that are a raster on the
 * page, which may be shapes in the file.
 */
function bothOf(basis: FigureBasis): readonly [page: object, file: object] {
  const { drawn: page, grid } = onPage(basis)
  const file = inFile(basis)
  const raster = rasterIn(page, grid)
  if (raster === undefined) return [page, file]
  const filed = rasterIn(file, grid)
  const colors = filed === undefined ? middlesOf(file.filter(isCells), grid) : samplesOf(filed)
  const without = (drawn: readonly Drawn[]): readonly Drawn[] =>
    drawn.filter((each) => !isCells(each))
  return [
    { elements: without(page), colors: colors.map(([x, y]) => raster.at(x, y)) },
    { elements: without(file), colors: colors.map(([, , color]) => color) },
  ]
}

async function basesOf(figure: GoldenCase): Promise<(paper: View['paper']) => FigureBasis> {
  const basis = figureBasis(await inputOfCase(figure))
  return (paper) => ({ ...basis, view: { ...basis.view, paper } })
}

function waves(layerCount: number, tokenCount: number): string {
  const values = Array.from({ length: layerCount }, (_, layer) =>
    Array.from({ length: tokenCount }, (__, token) => Math.sin(layer + token * 0.7) / 25),
  )
  return JSON.stringify({ title: 'waves', hidden_size: 768, values })
}

const figures: readonly GoldenCase[] = [
  { name: 'seed', json: published },
  { name: 'seed-values', json: published, view: { digits: 2, profiles: true, order: 'cluster' } },
  ...[0, 1, 2, 3, 4, 5].map((query) => ({
    name: `five-${query}`,
    json: fiveLists,
    view: { query },
  })),
  { name: '12 × 1,024', json: waves(12, 1024) },
  { name: '40 × 125', json: waves(40, 125) },
]

describe('the figure for paper on the page', () => {
  it.each(figures)('has everything of the file of $name, on every paper', async (figure) => {
    const basisOn = await basesOf(figure)
    for (const paper of papers) {
      const [page, file] = bothOf(basisOn(paper))
      expect(page).toEqual(file)
    }
  })

  it('has everything of the file of any tensor, on every paper', async () => {
    await fc.assert(
      fc.asyncProperty(anyFigure, async (figure) => {
        const basisOn = await basesOf(figure)
        for (const paper of papers) {
          const [page, file] = bothOf(basisOn(paper))
          expect(page).toEqual(file)
        }
      }),
      { numRuns: 12 },
    )
  })

  it('has the values in 3,000 cells that the file has', async () => {
    const view = { digits: 2, paper_width: 1900, font_size: 6 } as const
    const basis = (await basesOf({ name: '30 × 100', json: waves(30, 100), view }))('a4')
    const file = inFile(basis)
    expect(file.filter(({ name }) => name === 'text').length).toBeGreaterThan(3000)
    expect(onPage(basis).drawn).toEqual(file)
  })
})
