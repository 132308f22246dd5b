import { createElement } from 'react'
import { ENVELOPE_NAMESPACE } from '../codec/envelope'
import { cellPicture } from '../figure/CellPicture'
import { Figure } from '../figure/Figure'
import { type ShownTensor } from '../figure/figureBasis'
import { figureModel } from '../figure/figureModel'
import { mapPlots } from '../layout/LayoutInput'
import { binsOf } from '../tensor/Bins'
import {
  exportedParts,
  type CarryingOptions,
  type ExportedFigure,
  type ExportedParts,
} from './ExportedFigure'
import { exportFrame, type ExportFrame } from './exportFrame'
import { type ExportHost } from './ExportHost'
import { type ExportOptions } from './ExportOptions'
import { svgText } from './xml/serialize'

/** Options of a picture of a figure. */
export type PictureOptions = CarryingOptions & Pick<ExportOptions, 'background' | 'hasMark'>

/** Returns the figure as an SVG file that carries its tensor, in pieces. */
export async function svgFile(
  figure: ExportedFigure,
  options: PictureOptions,
  host: ExportHost,
): Promise<readonly string[]> {
  const parts = await exportedParts(figure, options, host)
  const frame = exportFrame('svg', figure.view, figure.size, 1)
  const { svg } = standaloneFigure(parts, frame, { ...figure, ...options })
  return withSvgTensor(svg, parts.packed)
}

/** A figure as an SVG file of its own. */
interface StandaloneFigure {
  readonly svg: string
  /** Width and height in CSS pixels. */
  readonly width: number
  readonly height: number
}

/** Draws a figure as an SVG file that carries no tensor. */
export function standaloneFigure(
  { basis, description }: ExportedParts,
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

const END = '</svg>'

/**
 * Largest length of the text of one element, in characters: libxml2, which many programs use to read XML, accepts no
 * text of more than 10 million.
 */
const MAX_TEXT = 8_000_000

/** Returns the text of an SVG file with a packed tensor (base64) at its end, in pieces for a Blob. */
export function withSvgTensor(svg: string, packed: string): string[] {
  if (packed === '') return [svg]
  const end = svg.lastIndexOf(END)
  const pieces = [svg.slice(0, end), '  <metadata>']
  for (let start = 0; start < packed.length; start += MAX_TEXT) {
    const part = packed.slice(start, start + MAX_TEXT)
    pieces.push(`<tensor xmlns="${ENVELOPE_NAMESPACE}">`, part, '</tensor>')
  }
  return [...pieces, '</metadata>\n', svg.slice(end)]
}
