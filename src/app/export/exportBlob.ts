import { type ExportHost } from '../../export/ExportHost'
import { type ExportKind } from '../../export/exportKinds'
import { type ExportOptions } from '../../export/ExportOptions'
import { type ExportedFigure } from '../../export/figureFiles'
import { blobInSlices } from './blobInSlices'

/** Returns the figure as a file of a kind. Rejects with a sentence if the browser cannot make it. */
export async function exportBlob(
  { make, type }: ExportKind,
  figure: ExportedFigure,
  options: ExportOptions,
  host: ExportHost,
): Promise<Blob> {
  const content = await make(figure, options, host)
  return content instanceof Uint8Array ? new Blob([content], { type }) : blobInSlices(content, type)
}
