import { captionSentences } from '../../export/captionFile'
import { htmlTable, tsvText, type TableRows } from '../../export/csvText'
import { type ExportHost } from '../../export/ExportHost'
import { exportKinds } from '../../export/exportKinds'
import { type ExportOptions } from '../../export/ExportOptions'
import { type ExportedFigure } from '../../export/ExportedFigure'
import { tableOf } from '../../export/tableOf'
import { copyText, copyItems } from '../base/copyText'
import { linkTo } from '../open/linkTo'
import { type OpenTensor } from '../state/AppState'
import { exportBlob } from './exportBlob'

export type CopyKind = 'svg' | 'png' | 'csv' | 'caption' | 'description' | 'link'

/** Most cells of a table that spreadsheets accept from the clipboard. */
export const MAX_TABLE = 1 << 19

/**
 * Copies the figure, its table, its description or a link to the clipboard. Rejects with a sentence if the browser does
 * not allow it.
 */
export async function copyFigure(
  kind: CopyKind,
  figure: OpenTensor & ExportedFigure,
  options: ExportOptions,
  host: ExportHost,
): Promise<void> {
  const isCopied = await copied(kind, figure, options, host)
  if (!isCopied) throw new Error('The browser does not let this page copy.')
}

/**
 * Returns true if the copy was made. Calls the clipboard before it awaits anything, since browsers allow a copy only
 * directly after a click.
 */
function copied(
  kind: CopyKind,
  figure: OpenTensor & ExportedFigure,
  options: ExportOptions,
  host: ExportHost,
): Promise<boolean> {
  if (kind === 'png') {
    return copyItems({ 'image/png': exportBlob(exportKinds.png, figure, options, host) })
  }
  if (kind === 'csv') return copyTable(figure, options, host)
  return copyText(textOf(kind, figure, options, host))
}

async function textOf(
  kind: 'svg' | 'caption' | 'description' | 'link',
  figure: OpenTensor & ExportedFigure,
  options: ExportOptions,
  host: ExportHost,
): Promise<string> {
  if (kind === 'caption') {
    return captionSentences(await host.basisOf(figure), figure, options).join(' ')
  }
  if (kind !== 'link') return (await exportBlob(exportKinds[kind], figure, options, host)).text()
  const answer = linkTo(figure)
  if ('reason' in answer) throw new Error(answer.reason)
  return answer.link
}

async function copyTable(
  figure: ExportedFigure,
  options: ExportOptions,
  host: ExportHost,
): Promise<boolean> {
  if (figure.tensor.values.length > MAX_TABLE) {
    throw new Error('The table is too large for the clipboard. Save it as CSV.')
  }
  const basis = host.basisOf(figure)
  const part = async (type: string, text: (rows: TableRows) => string) =>
    new Blob([text(tableOf(await basis, figure.windows, options))], { type })
  const plain = part('text/plain', tsvText)
  const html = part('text/html', htmlTable)
  const isCopied = await copyItems({ 'text/plain': plain, 'text/html': html })
  return isCopied || copyText(await (await plain).text())
}
