import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Box } from './cellOf'
import { decodePng, type DecodedPng } from './decodePng'

/** The plot's own pixels, counted from its top left. */
export interface PlotPicture {
  readonly width: number
  readonly height: number
  /** As `#rrggbb`. Throws outside the plot. */
  readonly color: (x: number, y: number) => string
}

interface PlotState {
  /** In CSS pixels of the figure. */
  readonly plot: Box
  /** False while the picture of another view is stretched over the plot. */
  readonly isExact: boolean
}

/** Waits for the exact picture of the cells; returns the plot's rectangle in the figure. */
export async function settledPlot(page: Page): Promise<Box> {
  const read = async (): Promise<PlotState | undefined> => plotOf(await page.evaluate(readCells))
  await expect.poll(async () => (await read())?.isExact, { interval: 10 }).toBe(true)
  const state = await read()
  if (state === undefined) throw new Error('the figure has no cells')
  return state.plot
}

/** Waits for the exact picture; returns the plot's rectangle in the window. */
export async function plotInWindow(page: Page): Promise<Box> {
  const { x, y, width, height } = await settledPlot(page)
  const figure = await page.getByTestId('figure').boundingBox()
  if (figure === null) throw new Error('no figure is drawn')
  return { x: figure.x + x, y: figure.y + y, width, height }
}

/** A picture of the plot as it is on the screen, with whatever lies over it. For a pixel ratio of 1. */
export async function screenPlot(page: Page): Promise<PlotPicture> {
  const plot = await settledPlot(page)
  return plotIn(decodePng(await page.getByTestId('figure').screenshot()), plot, 1)
}

/** The plot in a picture of the whole figure. `scale` is pixels of the picture per CSS pixel. */
export function plotIn(png: DecodedPng, plot: Box, scale: number): PlotPicture {
  const left = plot.x * scale
  const top = plot.y * scale
  const width = plot.width * scale
  const height = plot.height * scale
  if (![left, top, width, height].every(Number.isInteger)) {
    throw new Error(`the plot is not on whole pixels: ${[left, top, width, height].join()}`)
  }
  return {
    width,
    height,
    color: (x, y) => {
      if (x < 0 || y < 0 || x >= width || y >= height) throw new RangeError(`${x},${y} is outside`)
      return png.color(left + Math.floor(x), top + Math.floor(y))
    },
  }
}

/** The colors of a row of pixels, from the left. */
export function rowColors({ width, color }: PlotPicture, y: number): string[] {
  return Array.from({ length: width }, (_pixel, x) => color(x, y))
}

/** The plot is what a raster fills, or all shapes together. */
function plotOf(drawn: readonly Drawn[]): PlotState | undefined {
  const raster = drawn.find(({ name }) => name === 'svg')
  const image = drawn.find(({ name }) => name === 'image')
  if (raster && image) {
    const isFilled = image.width === raster.width && image.height === raster.height
    return { plot: raster, isExact: isFilled && image.x === 0 && image.y === 0 }
  }
  if (drawn.length === 0) return undefined
  const x = Math.min(...drawn.map((shape) => shape.x))
  const y = Math.min(...drawn.map((shape) => shape.y))
  const right = Math.max(...drawn.map((shape) => shape.x + shape.width))
  const bottom = Math.max(...drawn.map((shape) => shape.y + shape.height))
  return { plot: { x, y, width: right - x, height: bottom - y }, isExact: true }
}

interface Drawn extends Box {
  readonly name: string
}

/** Runs in the page. */
function readCells(): Drawn[] {
  const elements = document.querySelectorAll('[data-testid="cells"] :is(svg, image, rect)')
  return Array.from(elements, (element) => ({
    name: element.tagName,
    x: Number(element.getAttribute('x')),
    y: Number(element.getAttribute('y')),
    width: Number(element.getAttribute('width')),
    height: Number(element.getAttribute('height')),
  }))
}
