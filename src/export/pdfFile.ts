import { type Sliced } from '../analysis/Sliced'
import { bytesOfBase64InSteps } from '../codec/base64'
import { exportedParts, type ExportedFigure, type ExportedParts } from './ExportedFigure'
import { exportFrame, type ExportFrame } from './exportFrame'
import { type ExportHost } from './ExportHost'
import { pdfFigure, type PdfFigure } from './pdf/pdfFigure'
import { standaloneFigure, type PictureOptions } from './svgFile'

/**
 * Least number of a raster's pixels along each side of a bin. Poppler smooths the edges between pixels that it enlarges
 * less than four times; so it smooths at most a quarter of a bin, and its middle keeps its color.
 */
const LEAST_PIXELS = 4

/** Most texts that a notice names. */
const MAX_NAMED = 5

/** Returns the figure as a PDF file that carries its tensor. A notice names the texts that its fonts cannot write. */
export async function pdfFile(
  figure: ExportedFigure,
  options: PictureOptions,
  host: ExportHost,
): Promise<Uint8Array<ArrayBuffer>> {
  const frame = exportFrame('svg', figure.view, figure.size, 1)
  const parts = await exportedParts({ ...figure, size: frame.size }, options, host)
  const steps = drawnPdf(parts, frame, { ...figure, ...options }, host)
  const { bytes, lacking } = await host.inSlices(steps)
  if (lacking.length > 0) host.notice(lackingSentence(lacking, host.picture !== undefined))
  return bytes
}

function* drawnPdf(
  parts: ExportedParts,
  frame: ExportFrame,
  shown: ExportedFigure & PictureOptions,
  { software, picture }: ExportHost,
): Sliced<PdfFigure> {
  const { title, description } = parts
  const packed = parts.packed === '' ? undefined : yield* bytesOfBase64InSteps(parts.packed)
  yield
  const { element, physicalWidth } = yield* standaloneFigure(parts, frame, shown, LEAST_PIXELS)
  yield
  return yield* pdfFigure(element, { title, description, software, physicalWidth, packed, picture })
}

function lackingSentence(lacking: readonly string[], isPictured: boolean): string {
  const texts = Array.from(new Set(lacking), (text) => `“${text}”`)
  const more = texts.length > MAX_NAMED ? ` and ${texts.length - MAX_NAMED} more` : ''
  const form = isPictured
    ? 'They are pictures in it, with the text behind them.'
    : 'Those characters are in it as their code points, in boxes.'
  return `The fonts of the PDF lack characters of ${texts.slice(0, MAX_NAMED).join(', ')}${more}. ${form}`
}
