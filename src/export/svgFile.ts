import { createElement, type ReactElement } from 'react'
import { ENVELOPE_NAMESPACE } from '../codec/envelope'
import { type Sliced } from '../analysis/Sliced'
import { cellPicture, plotShapes, type CellPicture, type PictureInput } from '../figure/CellPicture'
import { Figure } from '../figure/Figure'
import { type ShownTensor } from '../figure/figureBasis'
import { figureModel } from '../figure/figureModel'
import { pinnedOf, type PlotModel } from '../figure/plotModel'
import { addBinRow, emptyBins } from '../tensor/Bins'
import {
  exportedParts,
  type CarryingOptions,
  type ExportedFigure,
  type ExportedParts,
} from './ExportedFigure'
import { exportFrame, type ExportFrame } from './exportFrame'
import { type ExportHost } from './ExportHost'
import { hasDataNote, type ExportOptions } from './ExportOptions'
import { svgText } from './xml/serialize'

/** Text in a picture: a reader cannot see that a picture opens. */
const DATA_NOTE = 'Data inside: SimLens opens this picture.'

/** Options of a picture of a figure. */
export type PictureOptions = CarryingOptions &
  Pick<ExportOptions, 'background' | 'hasMark' | 'hasDataNote'>

/** Returns the figure as an SVG file that carries its tensor, in pieces. */
export async function svgFile(
  figure: ExportedFigure,
  options: PictureOptions,
  host: ExportHost,
): Promise<readonly string[]> {
  const frame = exportFrame('svg', figure.view, figure.size, 1)
  const parts = await exportedParts({ ...figure, size: frame.size }, options, host)
  const shown = { ...figure, ...options }
  const { element } = await host.inSlices(standaloneFigure(parts, frame, shown))
  return withSvgTensor(svgText(element), parts.packed)
}

/** A figure as a tree of elements, as it stands in a file. */
interface StandaloneFigure {
  readonly element: ReactElement
  /** Width and height in CSS pixels. */
  readonly width: number
  readonly height: number
  /** Width on paper in millimetres; undefined without a paper. */
  readonly physicalWidth: number | undefined
}

/**
 * Returns the figure of a file. `leastPixels` is the least number of pixels along each side of a bin of a raster;
 * default 1.
 */
export function* standaloneFigure(
  { basis, description, packed }: ExportedParts,
  { size, mmPerPixel }: ExportFrame,
  options: PictureOptions & Pick<ShownTensor, 'view' | 'windows' | 'cell'>,
  leastPixels = 1,
): Sliced<StandaloneFigure> {
  const { background, part, hasMark, windows } = options
  const note = packed !== '' && hasDataNote(basis.view, options) ? DATA_NOTE : undefined
  const model = figureModel(basis, {
    size,
    theme: background === 'dark' ? 'dark' : 'light',
    windows: part === 'visible' ? windows : {},
    pinned: hasMark ? pinnedOf(basis, options) : undefined,
    note: size.paper && note,
  })
  const { width } = model.layout
  const physicalWidth = mmPerPixel && width * mmPerPixel
  const [first, ...others] = model.plots
  const drawing = { maxShapes: plotShapes(model.layout), leastPixels }
  const pictures: [CellPicture, ...CellPicture[]] = [yield* pictureOf(first, drawing)]
  for (const plot of others) pictures.push(yield* pictureOf(plot, drawing))
  const element = createElement(Figure, {
    model,
    pictures,
    isTransparent: background === 'transparent',
    isStandalone: true,
    // The margin of a figure for paper has no room for a text.
    mark: size.paper ? undefined : note,
    ...(physicalWidth !== undefined && { physicalWidth }),
    description,
  })
  return { element, width, height: model.layout.height, physicalWidth }
}

function* pictureOf(
  plot: PlotModel,
  options: Pick<PictureInput, 'maxShapes' | 'leastPixels'>,
): Sliced<CellPicture> {
  const bins = emptyBins(plot.source)
  for (let row = 0; row < plot.source.layers.binCount; row++) {
    addBinRow(bins, plot.source, row)
    yield
  }
  return cellPicture({ ...plot, ...options }, plot.layout.grid, bins)
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
