import { htmlTable, tsvText } from '../../export/csv/tableText'
import { type FigureSize } from '../../layout/FigureLayout'
import { copyItems } from '../copyItems'
import { copyText } from '../copyText'
import { basisSoon } from '../figure/basisSoon'
import { describeFigure } from '../../figure/figureFindings'
import { inSlices } from '../inSlices'
import { linkTo } from '../links/addressOf'
import { type OpenTensor } from '../state/appState'
import { type CopyKind, type DescribedOptions } from '../../export/ExportOptions'
import { figureFile } from './figureFile'
import { tableOf } from '../../export/tableOf'

/** Cells of a table that spreadsheets still take from the clipboard. */
const MAX_TABLE = 1 << 19

/** Puts the figure or what it says on the clipboard. Rejects with a sentence where the browser does not let the page. */
export async function copyFigure(
  open: OpenTensor,
  size: FigureSize,
  kind: CopyKind,
  options: DescribedOptions,
): Promise<void> {
  const isCopied = await copied(open, size, kind, options)
  if (!isCopied) throw new Error('this page may not copy here')
}

/** Begins to write before it waits for anything. */
function copied(
  open: OpenTensor,
  size: FigureSize,
  kind: CopyKind,
  options: DescribedOptions,
): Promise<boolean> {
  if (kind === 'png') return copyItems({ 'image/png': figureFile(open, size, 'png', options) })
  if (kind === 'csv') return copyTable(open, options)
  return copyText(textOf(open, size, kind, options))
}

async function textOf(
  open: OpenTensor,
  size: FigureSize,
  kind: 'svg' | 'description' | 'link',
  options: DescribedOptions,
): Promise<string> {
  if (kind === 'svg') return (await figureFile(open, size, 'svg', options)).text()
  if (kind === 'description') {
    return inSlices(describeFigure(await basisSoon(open), options.findings, true))
  }
  const answer = linkTo(open)
  if ('reason' in answer) throw new Error(answer.reason)
  return answer.link
}

async function copyTable(open: OpenTensor, options: DescribedOptions): Promise<boolean> {
  if (open.tensor.values.length > MAX_TABLE) {
    throw new Error('the table is too large for a clipboard; save it as CSV')
  }
  const basis = basisSoon(open)
  const part = async (type: string, text: (rows: ReturnType<typeof tableOf>) => string) =>
    new Blob([text(tableOf(await basis, open.windows, options))], { type })
  const plain = part('text/plain', tsvText)
  const html = part('text/html', htmlTable)
  const isCopied = await copyItems({ 'text/plain': plain, 'text/html': html })
  return isCopied || copyText(await (await plain).text())
}
