import { profileRows } from '../../export/csv/profileRows'
import { csvText } from '../../export/csv/tableText'
import { saveBlob } from '../base/saveBlob'
import { fileName, type FileKind } from '../../export/fileName'
import { canonicalPieces } from '../../formats/canonical/canonicalJson'
import { type FigureSize } from '../../layout/FigureLayout'
import { basisSoon } from '../figure/basisSoon'
import { describeFigure } from '../../figure/figureFindings'
import { inSlices } from '../inSlices'
import { type OpenTensor } from '../state/appState'
import { blobInSlices } from './blobInSlices'
import { type DescribedOptions } from '../../export/ExportOptions'
import { figureFile } from './figureFile'
import { tableOf } from '../../export/tableOf'

/** Saves the figure, its tensor or its description. Rejects with a sentence where the browser cannot. */
export async function exportFile(
  open: OpenTensor,
  size: FigureSize,
  kind: FileKind,
  options: DescribedOptions,
): Promise<void> {
  const { fileName: tab, tensor, view } = open
  // All queries are in one file of these; figures of several queries are several files.
  const isWhole = kind === 'json' || (kind === 'csv' && options.rows === 'all')
  const content = { tab, tensor, ...(!isWhole && { queryIndex: view.query }) }
  saveBlob(await fileOf(open, size, kind, options), fileName(kind, content))
}

async function fileOf(
  open: OpenTensor,
  size: FigureSize,
  kind: FileKind,
  options: DescribedOptions,
): Promise<Blob> {
  if (kind === 'json') return blobInSlices(canonicalPieces(open.tensor), 'application/json')
  if (kind === 'csv') {
    const table = tableOf(await basisSoon(open), open.windows, options)
    return blobInSlices(csvText(table), 'text/csv')
  }
  if (kind === 'profiles') {
    const { matrix, profiles } = await basisSoon(open)
    return blobInSlices(profiles ? csvText(profileRows(matrix, profiles)) : [], 'text/csv')
  }
  if (kind === 'description') {
    const text = await inSlices(describeFigure(await basisSoon(open), options.findings, true))
    return new Blob([text], { type: 'text/markdown' })
  }
  return figureFile(open, size, kind, options)
}
