import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { decodePng, type DecodedPng } from '../browser/harness/decodePng'
import { exportFile } from '../browser/harness/exportFile'
import { openTensor } from '../browser/harness/openTensor'
import { test } from '../browser/harness/pageTest'
import { findElements, parseXml, type XmlElement } from '../browser/harness/parseXml'
import { pngProblems } from './pngProblems'
import { renderSvg } from './renderSvg'
import { xmlProblems } from './xmlProblems'

/** Layer × token values that run through the whole ramp. */
function slope(layerCount: number, tokenCount: number): number[][] {
  return Array.from({ length: layerCount }, (_row, layerIndex) =>
    Array.from({ length: tokenCount }, (_cell, index) =>
      Math.cos(layerIndex * tokenCount + index * 1.7),
    ),
  )
}

const hostileTokens = [
  '',
  '\n',
  '<script>',
  '&amp;',
  ']]>',
  '-->',
  '\u0000',
  '\u001b',
  '\ud800',
  '"',
  '￾',
  '🙂',
  'שלום',
]

const tensors: readonly (readonly [name: string, shapeCount: number, tensor: object])[] = [
  ['one cell', 1, { title: 'one cell', values: [[[0.5]]] }],
  [
    'padding and missing values',
    6,
    { title: 'absent', values: [[[0.1, null, 0.3], [0.2], [null, 1e-3]]], align: 'end' },
  ],
  [
    'hostile texts',
    3 * hostileTokens.length,
    {
      title: hostileTokens.join(' '),
      queries: [{ label: '</svg>\u0001' }],
      tokens: [hostileTokens],
      values: [slope(3, hostileTokens.length)],
      source: ']]> & <b>',
    },
  ],
  ['cells as shapes', 8000, { title: 'shapes', values: [slope(40, 200)] }],
  ['cells as a raster', 0, { title: 'raster', values: [slope(90, 90)] }],
]

describe.each(tensors)('exports of %s', (_name, shapeCount, tensor) => {
  test('are well-formed for libxml2, and the same picture for librsvg as for the page', async ({
    openPage,
  }) => {
    const page = await openPage()
    await showTensor(page, tensor)
    const svg = (await exportFile(page, 'SVG')).bytes
    const saved = await exportFile(page, 'PNG')
    const png = decodePng(saved.bytes)
    expect(pngProblems(saved.bytes)).toBe('')

    expect(xmlProblems(svg)).toBe('')
    const root = parseXml(svg.toString())
    const rendered = renderSvg(svg)
    expect([rendered.width, rendered.height]).toEqual([
      numberOf(root, 'width'),
      numberOf(root, 'height'),
    ])
    const points = samplePoints(root)
    expect(points).not.toHaveLength(0)
    const colors = points.map((point) => colorAt(rendered, point, 1))
    const scale = png.width / rendered.width
    expect(points.map((point) => colorAt(png, point, scale))).toEqual(colors)
    expect(new Set(colors).size).toBeGreaterThan(shapeCount === 0 ? 100 : 0)
    const shapes = cellShapes(root)
    expect(shapes).toHaveLength(shapeCount)
    expect(shapes.map((shape) => colorAt(rendered, middleOf(shape), 1))).toEqual(
      shapes.map(({ attributes }) => attributes['fill']),
    )
  })
})

async function showTensor(page: Page, tensor: object): Promise<void> {
  await page.getByTestId('figure').waitFor()
  const shown = await page.getByTestId('figure').getAttribute('aria-label')
  await openTensor(page, { name: 'tensor.json', text: JSON.stringify(tensor) })
  await expect.poll(() => page.getByTestId('figure').getAttribute('aria-label')).not.toBe(shown)
}

interface Point {
  readonly x: number
  readonly y: number
}

function cellsGroup(root: XmlElement): XmlElement {
  const group = findElements(root, 'g').find(
    ({ attributes }) => attributes['data-testid'] === 'cells',
  )
  if (group === undefined) throw new Error('the figure has no cells')
  return group
}

function cellShapes(root: XmlElement): XmlElement[] {
  return findElements(cellsGroup(root), 'rect').filter(
    ({ attributes }) => 'data-layer' in attributes,
  )
}

/** The middle of each cell: of its shape, or of its part of the raster, which is square here. */
function samplePoints(root: XmlElement): Point[] {
  // A raster stands in a frame of its own, which is the plot.
  const [plot] = findElements(cellsGroup(root), 'svg')
  if (plot === undefined) return cellShapes(root).map(middleOf)
  const count = 90
  return Array.from({ length: count * count }, (_cell, index) => ({
    x: numberOf(plot, 'x') + (((index % count) + 0.5) * numberOf(plot, 'width')) / count,
    y: numberOf(plot, 'y') + ((Math.floor(index / count) + 0.5) * numberOf(plot, 'height')) / count,
  }))
}

function middleOf(element: XmlElement): Point {
  return {
    x: numberOf(element, 'x') + numberOf(element, 'width') / 2,
    y: numberOf(element, 'y') + numberOf(element, 'height') / 2,
  }
}

function numberOf(element: XmlElement, attribute: string): number {
  return Number(element.attributes[attribute])
}

/** As `#rrggbb`. */
function colorAt({ pixel }: DecodedPng, { x, y }: Point, scale: number): string {
  const [red = 0, green = 0, blue = 0] = pixel(Math.floor(x * scale), Math.floor(y * scale))
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
