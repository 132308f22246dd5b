import { type ExportKind } from '../../export/exportKinds'
import { type ExportOptions } from '../../export/ExportOptions'
import { type ExportedFigure } from '../../export/figureFiles'
import { blobInSlices } from './blobInSlices'
import { pageHost } from './pageHost'

/** Returns a file of a kind. Rejects with a sentence where the browser cannot make it. */
export async function exportBlob(
  { make, type }: ExportKind,
  figure: ExportedFigure,
  options: ExportOptions,
): Promise<Blob> {
  const content = await make(figure, options, pageHost)
  return content instanceof Uint8Array ? new Blob([content], { type }) : blobInSlices(content, type)
}
