import { type ReactElement } from 'react'
import { type Sliced } from '../../analysis/Sliced'
import { ENVELOPE_FILE } from '../../codec/envelope'
import { xmlNodes } from '../xml/xmlNodes'
import { SerializeError } from '../xml/xmlText'
import { FigurePainter } from './FigurePainter'
import { type PictureLabel } from './Label'
import { PaperFonts } from './PaperFonts'
import { operator } from './pathOperators'
import { asciiBytes, PdfFile, pdfNumber, pdfText } from './PdfFile'
import { PdfSheet } from './PdfSheet'
import { styledOf } from './Styled'

const POINTS_PER_INCH = 72
const PIXELS_PER_INCH = 96
const MM_PER_INCH = 25.4

export interface PdfOptions {
  readonly title: string
  /** Text alternative of the figure. */
  readonly description: string
  /** Name and version of the program that writes the file. */
  readonly software: string
  /** Width on paper in millimetres; default 96 CSS pixels an inch. */
  readonly physicalWidth?: number | undefined
  /** The packed tensor (zlib data of an envelope); absent if the file carries none. */
  readonly packed?: Uint8Array<ArrayBuffer> | undefined
  /** Draws labels whose characters the bundled faces lack. Default: their code points stand in boxes. */
  readonly picture?: PictureLabel | undefined
}

/** A figure as a PDF file of one page. */
export interface PdfFigure {
  /** The same for the same figure, but for labels that `picture` drew. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Texts with characters that the bundled faces lack. */
  readonly lacking: readonly string[]
}

/**
 * Returns a figure as a PDF whose page is exactly the figure's box. Throws SerializeError if the tree is not one
 * element, or if a part of it cannot be drawn.
 */
export function* pdfFigure(figure: ReactElement, options: PdfOptions): Sliced<PdfFigure> {
  const [root, ...others] = xmlNodes(figure)
  if (root === undefined || typeof root === 'string' || others.length > 0) {
    throw new SerializeError('invalid figure: its root is not one element')
  }
  const file = new PdfFile()
  const sheet = new PdfSheet(file, new PaperFonts(), options.picture)
  const { own, style, children } = styledOf(root, {})
  const [, , width = 0, height = 0] = (own['viewBox'] ?? '').split(' ').map(Number)
  const { physicalWidth = (width / PIXELS_PER_INCH) * MM_PER_INCH } = options
  const scale = ((physicalWidth / MM_PER_INCH) * POINTS_PER_INCH) / width
  const [x, y] = [pdfNumber(scale, 8), pdfNumber(-scale, 8)]
  sheet.draw(`${x} 0 0 ${y} 0 ${pdfNumber(height * scale)} cm`)
  new FigurePainter(sheet).paint(children, style)
  yield* sheet.drawPictures()
  const content = file.addStream('', asciiBytes(sheet.content()))
  const box = operator('', 0, 0, width * scale, height * scale).trim()
  const pages = file.reserve()
  const page = file.add(
    `<< /Type /Page /Parent ${pages} /MediaBox [${box}] /Resources ${sheet.resources()} /Contents ${content} >>`,
  )
  file.set(pages, `<< /Type /Pages /Kids [${page}] /Count 1 >>`)
  const attached = options.packed === undefined ? '' : attachment(file, options.packed)
  const catalog = file.add(
    `<< /Type /Catalog /Pages ${pages} /ViewerPreferences << /DisplayDocTitle true >>${attached} >>`,
  )
  const information = file.add(
    `<< /Title ${pdfText(options.title)} /Subject ${pdfText(options.description)} /Producer ${pdfText(options.software)} >>`,
  )
  return { bytes: file.bytes(catalog, information), lacking: sheet.lacking }
}

/** Adds the tensor as an embedded file. Returns the entries of the catalog that name it. */
function attachment(file: PdfFile, packed: Uint8Array<ArrayBuffer>): string {
  const size = `/Params << /Size ${packed.length} >>`
  const content = file.addStream(
    `/Type /EmbeddedFile /Subtype /application#2Fzlib ${size}`,
    packed,
    { level: 'packed' },
  )
  const name = `(${ENVELOPE_FILE})`
  const specification = file.add(
    `<< /Type /Filespec /F ${name} /UF ${name} /EF << /F ${content} /UF ${content} >> ` +
      '/Desc (The tensor of the figure, for SimLens) /AFRelationship /Data >>',
  )
  return ` /Names << /EmbeddedFiles << /Names [${name} ${specification}] >> >> /AF [${specification}]`
}
