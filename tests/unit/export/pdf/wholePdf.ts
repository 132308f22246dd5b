import { type ReactElement } from 'react'
import { finish } from '../../../../src/analysis/Sliced'
import { pdfFigure, type PdfFigure, type PdfOptions } from '../../../../src/export/pdf/pdfFigure'

/** Returns a figure as a PDF file, drawn without pauses. */
export function wholePdf(figure: ReactElement, options: PdfOptions): PdfFigure {
  return finish(pdfFigure(figure, options))
}
