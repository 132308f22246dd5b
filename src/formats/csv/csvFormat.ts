import { TensorError } from '../../tensor/TensorError'
import { type Format } from '../foreign/Format'
import { headOf, type ByteSource } from '../source/ByteSource'
import { cellLimitOf, tooLarge } from '../source/Budget'
import { type ReadOptions } from '../source/ReadOptions'
import { emptyFile } from '../source/unreadable'
import { CsvRows, delimiterOf, type CsvRow } from './CsvRows'
import { type CsvTable } from './CsvTable'
import { exportedDelimiter, exportedForm } from './exportedForm'
import { exportedMatrix } from './exportedMatrix'
import { isLong, longTable } from './longTable'
import { matrixTable } from './matrixTable'

const HEAD_BYTES = 4096

/** The beginning of JSON, printed Python and markup, and the zero byte, which no text contains. */
const NO_TABLE = /^\s*(?:[[{(]\s*["'\d[{(\-\]}]|(?:array|tensor)\(|<)|\0/

/** The format of CSV and TSV files, as a matrix or in long form. */
export const csvFormat: Format = {
  name: 'a table (CSV, TSV)',
  recognizes(head, name) {
    const text = new TextDecoder().decode(head)
    if (exportedDelimiter(text) !== undefined) return true
    if (NO_TABLE.test(text)) return false
    return /\.[ct]sv$/i.test(name) || delimiterOf(text) !== undefined
  },
  async read(source, options) {
    const { name } = source
    const head = new TextDecoder().decode(await headOf(source, HEAD_BYTES))
    const delimiter = delimiterOf(head) ?? (/\.tsv$/i.test(name) ? '\t' : ',')
    let table: CsvTable | undefined
    let line = 0
    let held: CsvRow[] = []
    for await (const rows of batchesOf(
      source,
      new CsvRows(delimiter, exportedDelimiter(head) !== undefined),
      options,
    )) {
      held = held.concat(rows)
      const [first, second] = held
      if (first === undefined || second === undefined) continue
      table ??= tableOf(first, second, delimiter !== ',')
      for (const row of held) table.add(row, ++line)
      held = []
      checkCount(table.cellCount(), options)
    }
    const [last] = held
    if (last !== undefined) {
      table ??= tableOf(last, last, delimiter !== ',')
      table.add(last, ++line)
    }
    if (table === undefined) throw emptyFile(0)
    return table.read(name.replace(/\.\w+$/, '') || name)
  },
}

/** Yields the rows in batches, as they arrive. */
async function* batchesOf(
  source: ByteSource,
  rows: CsvRows,
  { onProgress, signal }: ReadOptions,
): AsyncGenerator<CsvRow[]> {
  const decoder = new TextDecoder()
  let bytesRead = 0
  for await (const chunk of source.stream((count) => (bytesRead = count))) {
    signal?.throwIfAborted()
    yield rows.push(decoder.decode(chunk, { stream: true }))
    onProgress?.({ bytesRead, byteCount: source.size, cellCount: 0 })
  }
  yield [...rows.push(decoder.decode()), ...rows.finish()]
}

function checkCount(cellCount: number, options: ReadOptions): void {
  const limit = cellLimitOf(options.maxCellCount)
  if (cellCount > limit) throw tooLarge(cellCount, limit)
}

function tableOf(first: CsvRow, second: CsvRow, isComma: boolean): CsvTable {
  const form = exportedForm(first)
  if (form === 'matrix') return exportedMatrix(first, isComma)
  if (form === 'profiles') throw profiles()
  return isLong(first) ? longTable(first, isComma) : matrixTable(first, second, isComma)
}

function profiles(): TensorError {
  return new TensorError({
    tag: 'unsupported',
    message: 'The table holds the profiles of a figure, not its tensor.',
    advice: 'Open the tensor: its JSON, its CSV, or a figure that was saved with it.',
  })
}
