import { createElement } from 'react'
import { asLoaded } from '../analysis/displayedOf'
import { withPngChunks } from '../codec/pngChunk'
import { cellPicture } from '../figure/CellPicture'
import { Figure } from '../figure/Figure'
import { type FigureBasis } from '../figure/figureBasis'
import { describeFigure, findingInput, type FindingOptions } from '../figure/figureFindings'
import { figureModel } from '../figure/figureModel'
import { type ShownTensor } from '../figure/ShownTensor'
import { type FigureSize, mapPlots } from '../layout/LayoutInput'
import { binsOf } from '../tensor/Bins'
import { isZoomed } from '../tensor/Windows'
import { exportFrame, type ExportFrame } from './exportFrame'
import { type ExportHost } from './ExportHost'
import { carriedOf, type ExportOptions } from './ExportOptions'
import { htmlPage } from './htmlPage'
import { pngTextChunks } from './pngTextChunks'
import { svgText } from './svgText'
import { visibleTensor } from './visibleTensor'
import { withSvgTensor } from './withSvgTensor'

/** A figure that is exported. */
export interface ExportedFigure extends ShownTensor {
  /** Size of the figure on the screen. */
  readonly size: FigureSize
  /** Options of the findings in its description. */
  readonly findings: FindingOptions
}

/** Options of every file that shows a figure. */
export type CarryingOptions = Pick<ExportOptions, 'carried' | 'part'>

/** Options of a picture of a figure. */
export type PictureOptions = CarryingOptions & Pick<ExportOptions, 'background' | 'hasMark'>

/** Returns the figure as an SVG file that carries its tensor, in pieces. */
export async function svgFile(
  figure: ExportedFigure,
  options: PictureOptions,
  host: ExportHost,
): Promise<readonly string[]> {
  const parts = await partsOf(figure, options, host)
  const frame = exportFrame('svg', figure.view, figure.size, 1)
  const { svg } = standaloneFigure(parts, frame, { ...figure, ...options })
  return withSvgTensor(svg, parts.packed)
}

/** Returns the figure as a PNG file that carries its tensor. Rejects as the host's `rasterized` does. */
export async function pngFile(
  figure: ExportedFigure,
  options: PictureOptions & Pick<ExportOptions, 'scale'>,
  host: ExportHost,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await partsOf(figure, options, host)
  const { title, description, packed } = parts
  const frame = exportFrame('png', figure.view, figure.size, Number(options.scale))
  const { svg, width, height } = standaloneFigure(parts, frame, { ...figure, ...options })
  const { source } = figure.tensor
  const texts = { title, description, source, software: host.software }
  const png = await host.rasterized(svg, { width, height, scale: frame.scaleOf(width) })
  return withPngChunks(png, [...frame.pngChunks, ...pngTextChunks(texts, packed)])
}

/** Returns the figure as an HTML page that carries its tensor, in pieces. */
export async function htmlFile(
  figure: ExportedFigure,
  options: CarryingOptions,
  host: ExportHost,
): Promise<readonly string[]> {
  const parts = await partsOf(figure, options, host)
  return htmlPage(host.pageElements(), parts, parts.packed)
}

interface FigureParts {
  readonly basis: FigureBasis
  readonly title: string
  readonly description: string
  /** The packed tensor that the file carries, in base64; empty if it carries none. */
  readonly packed: string
}

async function partsOf(
  figure: ExportedFigure,
  options: CarryingOptions,
  host: ExportHost,
): Promise<FigureParts> {
  const basis = await host.basisOf(figure)
  const description = await describedPart(basis, figure, options, host)
  const packed = await host.packed(figure, carriedOf(figure, options))
  return { basis, title: basis.label, description, packed }
}

/**
 * Returns the description of a figure. If only a part is visible, it describes that part alone, so that it names no
 * hidden token.
 */
async function describedPart(
  basis: FigureBasis,
  { fileName, findings, ...figure }: ExportedFigure,
  { part }: CarryingOptions,
  host: ExportHost,
): Promise<string> {
  const visible =
    part === 'visible' && isZoomed(figure.windows) ? visibleTensor(basis, figure) : undefined
  if (visible === undefined) return figureInWords(basis, findings, host)
  const { tensor, view } = visible
  const shown = await host.basisOf({ fileName, ...asLoaded(tensor), view, windows: {} })
  return figureInWords(shown, findings, host)
}

/** Returns the description of a figure, with the findings that the host has. */
export async function figureInWords(
  basis: FigureBasis,
  options: FindingOptions,
  host: ExportHost,
  isMarkdown = false,
): Promise<string> {
  const findings = await host.findings(findingInput(basis), options)
  return describeFigure(basis, findings, options.isExact, isMarkdown)
}

interface StandaloneFigure {
  readonly svg: string
  /** Width and height in CSS pixels. */
  readonly width: number
  readonly height: number
}

function standaloneFigure(
  { basis, description }: FigureParts,
  { size, physicalWidth }: ExportFrame,
  {
    background,
    part,
    hasMark,
    windows,
    cell,
  }: PictureOptions & Pick<ShownTensor, 'windows' | 'cell'>,
): StandaloneFigure {
  const model = figureModel(basis, {
    size,
    theme: background === 'dark' ? 'dark' : 'light',
    windows: part === 'visible' ? windows : {},
    pinned: hasMark ? cell : undefined,
  })
  const figure = createElement(Figure, {
    model,
    pictures: mapPlots(model.plots, (plot) =>
      cellPicture(plot, plot.layout.grid, binsOf(plot.source)),
    ),
    isTransparent: background === 'transparent',
    isStandalone: true,
    ...(physicalWidth !== undefined && { physicalWidth }),
    description,
  })
  return { svg: svgText(figure), width: model.layout.width, height: model.layout.height }
}
