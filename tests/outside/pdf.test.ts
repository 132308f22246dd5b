import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { pdfEmbeddedFile } from '../../src/codec/pdf/pdfEmbeddedFile'
import { stepColors, stepOf } from '../../src/color/Palette'
import { wholePdf } from '../unit/export/pdf/wholePdf'
import { xmlNodes, type XmlElement, type XmlNode } from '../../src/export/xml/xmlNodes'
import { cellPicture, shownRamp } from '../../src/figure/CellPicture'
import { Figure } from '../../src/figure/Figure'
import { binRect } from '../../src/layout/PlotGrid'
import { binsOf } from '../../src/tensor/Bins'
import { type DecodedPng } from '../browser/harness/decodePng'
import { figureOfCase, modelOfCase } from '../unit/figure/drawCase'
import { goldenCases, type GoldenCase } from '../unit/figure/goldenCases'
import { onPdf, renderPdf, rewritten, type Renderer } from './renderPdf'

const texts = { title: 'Title', description: 'Words', software: 'SimLens' }
const PIXELS_PER_INCH = 96

interface DrawnCase {
  readonly pdf: Uint8Array<ArrayBuffer>
  readonly lacking: readonly string[]
  readonly nodes: readonly XmlNode[]
}

async function drawn(golden: GoldenCase): Promise<DrawnCase> {
  const figure = await figureOfCase(golden)
  const { bytes, lacking } = wholePdf(figure, texts)
  return { pdf: bytes, lacking, nodes: xmlNodes(figure) }
}

function caseNamed(name: string): GoldenCase {
  const found = goldenCases.find((golden) => golden.name === name)
  if (found === undefined) throw new Error(`no case ${name}`)
  return found
}

/** The elements of a tag, at any depth. */
function elements(nodes: readonly XmlNode[], tag: string): XmlElement[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return []
    return [...(node.tag === tag ? [node] : []), ...elements(node.children, tag)]
  })
}

function textOf(node: XmlNode): string {
  if (typeof node === 'string') return node
  return node.tag === 'title' ? '' : node.children.map(textOf).join('')
}

/** Figures that differ in more than their colors. */
const different = goldenCases.filter(({ name }) => !/^(?:colormap|transform|domain)-/.test(name))

describe.each(different.map((golden) => [golden.name, golden] as const))('%s', (_name, golden) => {
  it('is a PDF without faults, with embedded fonts and every text', async () => {
    const { pdf, lacking, nodes } = await drawn(golden)
    expect(onPdf(pdf, 'qpdf', '--check', 'PDF')).toContain('No syntax or stream encoding errors')
    const device = ['-q', '-dSAFER', '-dBATCH', '-dNOPAUSE', '-sDEVICE=nullpage']
    expect(onPdf(pdf, 'gs', ...device, 'PDF')).toBe('')
    const fonts = onPdf(pdf, 'pdffonts', 'PDF').trim().split('\n').slice(2)
    expect(fonts).not.toHaveLength(0)
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+DejaVu\S+ +CID TrueType +Identity-H +yes yes yes /)
    // Turned texts are given letter by letter, each in a line of its own.
    const read = onPdf(pdf, 'pdftotext', '-raw', 'PDF', '-').replace(/\s/g, '')
    const shown = elements(nodes, 'text')
      .map(textOf)
      .filter((text) => !lacking.includes(text))
    expect(shown.filter((text) => !read.includes(text.replace(/\s/g, '')))).toEqual([])
  })
})

describe('the embedded tensor', () => {
  const packed = Uint8Array.from({ length: 9000 }, (_, k) => (k * k) % 251)

  it.each([
    ['--object-streams=generate'],
    ['--object-streams=generate --compress-streams=y --recompress-flate --compression-level=9'],
    ['--qdf --object-streams=disable'],
    ['--linearize'],
    ['--stream-data=uncompress --normalize-content=y'],
  ])('is still there after qpdf %s', async (options) => {
    const { bytes } = wholePdf(await figureOfCase(caseNamed('one-cell')), { ...texts, packed })
    const found = pdfEmbeddedFile(rewritten(bytes, ...options.split(' ')), 'simlens.json.zz')
    expect(found).toEqual({ kind: 'found', bytes: packed })
  })

  it('is found in no PDF that qpdf has encrypted', async () => {
    const { bytes } = wholePdf(await figureOfCase(caseNamed('one-cell')), { ...texts, packed })
    const encrypted = rewritten(bytes, '--encrypt', '', 'owner', '256', '--')
    expect(pdfEmbeddedFile(encrypted, 'simlens.json.zz')).toEqual({ kind: 'encrypted' })
  })
})

interface DrawnRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill: string
}

function cellsOf(nodes: readonly XmlNode[]): DrawnRect[] {
  return elements(nodes, 'rect').flatMap(({ properties }) => {
    const { x, y, width, height, fill }: Partial<DrawnRect> = properties
    const isCell = 'data-layer' in properties
    return isCell && x !== undefined && y !== undefined && width && height && fill
      ? [{ x, y, width, height, fill }]
      : []
  })
}

const programs: readonly (readonly [Renderer, number])[] = [
  ['poppler', 150],
  ['poppler', 300],
  ['poppler', 600],
  ['ghostscript', 150],
  ['ghostscript', 300],
  ['ghostscript', 600],
  ['pdf.js', 150],
  ['pdf.js', 300],
  ['pdf.js', 600],
]

describe.each(programs)('cells as shapes, by %s at %i dpi', (renderer, dpi) => {
  const scale = dpi / PIXELS_PER_INCH

  it('have their colors', async () => {
    const { pdf, nodes } = await drawn(caseNamed('published-narrow'))
    const picture = await renderPdf(pdf, dpi, renderer)
    const cells = cellsOf(nodes)
    expect(cells).toHaveLength(180)
    const colors = cells.map(({ x, y, width, height }) =>
      picture.color(Math.floor((x + width / 2) * scale), Math.floor((y + height / 2) * scale)),
    )
    expect(colors).toEqual(cells.map(({ fill }) => fill))
  })

  it('have no seams between them', async () => {
    const { pdf, nodes } = await drawn({ ...caseNamed('all-equal'), width: 431, height: 307 })
    const picture = await renderPdf(pdf, dpi, renderer)
    const cells = cellsOf(nodes)
    const [first] = cells
    expect(new Set(cells.map(({ fill }) => fill)).size).toBe(1)
    expect(colorsIn(picture, cells, scale)).toEqual(new Set([first?.fill]))
  })
})

describe.each(programs)('cells of many colors as shapes, by %s at %i dpi', (renderer, dpi) => {
  it.each([
    [431, 307],
    [640, 411],
  ])('have no lines between them that are lighter than both: %i × %i', async (width, height) => {
    const { pdf, nodes } = await drawn({ ...caseNamed('published'), width, height })
    const picture = await renderPdf(pdf, dpi, renderer)
    expect(lightLines(picture, cellsOf(nodes), dpi / PIXELS_PER_INCH)).toEqual([])
  })
})

describe.each(programs)('cells as a raster, by %s at %i dpi', (renderer, dpi) => {
  it('have their colors in the middle of each', async () => {
    // Bins of other colors than those beside them, each of at least four of the picture's pixels across.
    const tokenCount = Math.min(1.2 * dpi, 420)
    const values = Array.from({ length: 45 }, (_row, layer) =>
      Array.from({ length: tokenCount }, (_cell, token) => ((7 * layer + 13 * token) % 50) / 50),
    )
    const size = { width: 700, height: 560, pixelRatio: 2 }
    const json = JSON.stringify({ title: 'raster', values: [values] })
    const model = await modelOfCase({ name: 'raster', json, ...size })
    const [plot] = model.plots
    const { grid } = plot.layout
    const bins = binsOf(plot.source)
    const pictures = [cellPicture({ ...plot, leastPixels: 4 }, grid, bins)] as const
    const element = createElement(Figure, { model, pictures, isStandalone: true })
    const picture = await renderPdf(wholePdf(element, texts).bytes, dpi, renderer)
    const colors = stepColors(shownRamp(plot.basis, plot.theme), plot.theme.absent)
    const scale = dpi / PIXELS_PER_INCH
    const wrong = Array.from(bins.values, (value, bin) => {
      const place = { binColumn: bin % tokenCount, binRow: Math.floor(bin / tokenCount) }
      const { x, y, width, height } = binRect(grid, place)
      const middle = [(x + width / 2) * scale, (y + height / 2) * scale] as const
      const found = picture.color(Math.floor(middle[0]), Math.floor(middle[1]))
      return found === colors[stepOf(value, plot.basis.colorScale)] ? [] : [{ place, found }]
    }).flat()
    expect(wrong).toEqual([])
  })
})

/** The colors of all pixels that lie within the plot of these cells. */
function colorsIn(picture: DecodedPng, cells: readonly DrawnRect[], scale: number): Set<string> {
  const colors = new Set<string>()
  for (const [x, y] of placesIn(cells, scale)) colors.add(picture.color(x, y))
  return colors
}

/** Levels of 255 by which a pixel at the corner of four cells may be lighter, where their shares of it are not exact. */
const MOST_LIGHTER = 8

/** The pixels in the plot of these cells that are lighter than their neighbors on both sides. */
function lightLines(
  picture: DecodedPng,
  cells: readonly DrawnRect[],
  scale: number,
): (readonly number[])[] {
  return Array.from(placesIn(cells, scale)).filter(([x, y]) => {
    const lightness = (right: number, down: number): number => {
      const [red = 0, green = 0, blue = 0] = picture.pixel(x + right, y + down)
      return 0.299 * red + 0.587 * green + 0.114 * blue
    }
    const own = lightness(0, 0) - MOST_LIGHTER
    const isRidge = (right: number, down: number): boolean =>
      own > lightness(right, down) && own > lightness(-right, -down)
    return isRidge(1, 0) || isRidge(0, 1)
  })
}

/** The pixels within the plot of these cells, but for those at its edges. */
function* placesIn(
  cells: readonly DrawnRect[],
  scale: number,
): Generator<readonly [x: number, y: number]> {
  const left = Math.min(...cells.map(({ x }) => x)) * scale
  const right = Math.max(...cells.map(({ x, width }) => x + width)) * scale
  const top = Math.min(...cells.map(({ y }) => y)) * scale
  const bottom = Math.max(...cells.map(({ y, height }) => y + height)) * scale
  for (let y = Math.ceil(top) + 1; y < bottom - 2; y++) {
    for (let x = Math.ceil(left) + 1; x < right - 2; x++) yield [x, y]
  }
}
