import { htmlTable, tsvText } from '../../export/csv/tableText'
import { type FigureSize } from '../../layout/FigureLayout'
import { copyText } from '../copyText'
import { basisSoon } from '../figure/basisSoon'
import { describeFigure } from '../findings/figureFindings'
import { linkTo } from '../links/addressOf'
import { type OpenTensor } from '../state/appState'
import { type CopyKind, type DescribedOptions } from './ExportOptions'
import { figureFile } from './figureFile'
import { tableOf } from './tableOf'

/** Cells of a table that spreadsheets still take from the clipboard. */
const MAX_TABLE = 1 << 19

/** Puts the figure or what it says on the clipboard. Rejects with a sentence where the browser does not let the page. */
export async function copyFigure(
  open: OpenTensor,
  size: FigureSize,
  kind: CopyKind,
  options: DescribedOptions,
): Promise<void> {
  if (kind === 'png') {
    await write({ 'image/png': figureFile(open, size, 'png', options) })
    return
  }
  if (kind === 'csv') {
    await copyTable(open, options)
    return
  }
  if (!(await copyText(await textOf(open, size, kind, options)))) throw refused()
}

async function textOf(
  open: OpenTensor,
  size: FigureSize,
  kind: 'svg' | 'description' | 'link',
  options: DescribedOptions,
): Promise<string> {
  if (kind === 'svg') return (await figureFile(open, size, 'svg', options)).text()
  if (kind === 'description') return describeFigure(await basisSoon(open), options.findings, true)
  const answer = linkTo(open)
  if ('reason' in answer) throw new Error(answer.reason)
  return answer.link
}

async function copyTable(open: OpenTensor, options: DescribedOptions): Promise<void> {
  if (open.tensor.values.length > MAX_TABLE) {
    throw new Error('the table is too large for a clipboard; save it as CSV')
  }
  const basis = basisSoon(open)
  const part = async (type: string, text: (rows: ReturnType<typeof tableOf>) => string) =>
    new Blob([text(tableOf(await basis, open.windows, options))], { type })
  await write({
    'text/plain': part('text/plain', tsvText),
    'text/html': part('text/html', htmlTable),
  })
}

/** What is still being made is promised: Safari lets a page write only at once after a click. */
async function write(items: Readonly<Record<string, Promise<Blob>>>): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem(items)])
  } catch (cause) {
    // What went wrong while it was made is the reason to tell.
    await Promise.all(Object.values(items))
    throw refused(cause)
  }
}

function refused(cause?: unknown): Error {
  return new Error('this page may not copy here', { cause })
}
