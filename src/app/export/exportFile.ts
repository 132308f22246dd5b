import { profileRows } from '../../export/csv/profileRows'
import { csvText } from '../../export/csv/tableText'
import { download } from '../../export/download'
import { fileBaseName } from '../../export/fileName'
import { figureTitle } from '../../figure/figureText'
import { canonicalPieces } from '../../formats/canonical/canonicalJson'
import { type FigureSize } from '../../layout/FigureLayout'
import { type Tensor } from '../../tensor/Tensor'
import { basisSoon } from '../figure/basisSoon'
import { describeFigure } from '../findings/figureFindings'
import { type OpenTensor } from '../state/appState'
import { displayName } from '../state/displayName'
import { blobInSlices } from './blobInSlices'
import { type DescribedOptions, type ExportKind } from './ExportOptions'
import { figureFile } from './figureFile'
import { tableOf } from './tableOf'

/** Saves the figure, its tensor or its description. Rejects with a sentence where the browser cannot. */
export async function exportFile(
  open: OpenTensor,
  size: FigureSize,
  kind: ExportKind,
  options: DescribedOptions,
): Promise<void> {
  const { tensor, view } = open
  const title = figureTitle(tensor, view.query, displayName(open.fileName))
  // All queries are in one file of these; figures of several queries are several files.
  const isWhole = kind === 'json' || (kind === 'csv' && options.rows === 'all')
  const mark = isWhole ? '' : queryMark(tensor, view.query, title)
  const blob = await fileOf(open, size, kind, options)
  download(blob, `${fileBaseName(title + mark)}.${ENDINGS[kind]}`)
}

const ENDINGS: Readonly<Record<ExportKind, string>> = {
  svg: 'svg',
  png: 'png',
  html: 'html',
  json: 'simlens.json',
  csv: 'csv',
  profiles: 'profiles.csv',
  description: 'md',
}

async function fileOf(
  open: OpenTensor,
  size: FigureSize,
  kind: ExportKind,
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
    const text = await describeFigure(await basisSoon(open), options.findings, true)
    return new Blob([text], { type: 'text/markdown' })
  }
  return figureFile(open, size, kind, options)
}

function queryMark({ queries }: Tensor, queryIndex: number, title: string): string {
  const label = queries[queryIndex]?.label ?? ''
  return queries.length < 2 || title.includes(label) ? '' : ` • ${label}`
}
