import { TensorError } from '../../tensor/TensorError'
import { type Format } from '../foreign/Format'
import { headOf, type ByteSource } from '../source/ByteSource'
import { cellLimitOf, tooLarge } from '../source/Budget'
import { type ReadOptions } from '../source/ReadOptions'
import { damaged, emptyFile } from '../source/unreadable'
import { columnTable, isByColumns } from './columnTable'
import { CsvRows, type CsvRow } from './CsvRows'
import { type CsvTable } from './CsvTable'
import { dialectOf, isNumberList, type Dialect } from './dialectOf'
import { exportedDelimiter, exportedForm } from './exportedForm'
import { exportedMatrix } from './exportedMatrix'
import { matrixTable } from './matrixTable'
import { tableFrame } from './tableFrame'
import { headText, TextReader } from './TextReader'

const HEAD_BYTES = 4096

/** The beginning of JSON, printed Python and markup, and the zero byte, which no text contains. */
const NO_TABLE = /^\s*(?:[[{(]\s*["'\d[{(\-\]}]|(?:array|tensor)\(|<)|\0/

/** Number of rows, and of fields, by which labels and values of a table are told apart. */
const SAMPLE_ROWS = 32
const SAMPLE_FIELDS = 1 << 14

/** The fewest rows of a sample. */
const LEAST_ROWS = 4

/** The format of CSV and TSV files, as a matrix or in long form. */
export const csvFormat: Format = {
  name: 'a table (CSV, TSV)',
  recognizes(head, name) {
    const text = headText(head)
    if (exportedDelimiter(text) !== undefined) return true
    const isNamed = /\.[ct]sv$/i.test(name)
    if (NO_TABLE.test(text)) return isNamed && text.includes('\0')
    return isNamed || dialectOf(text) !== undefined || isNumberList(text)
  },
  async read(source, options) {
    const { name } = source
    const head = await headOf(source, HEAD_BYTES)
    const text = headText(head)
    checkText(text, head)
    const dialect = dialectOf(text) ?? plainDialect(text, name)
    const reader = new TextReader(head)
    const rows = rowsOf(source, { reader, dialect, text }, options)
    let table: CsvTable | undefined
    let line = 0
    let held: CsvRow[] = []
    for await (const batch of rows) {
      held = held.concat(batch)
      if (table === undefined && held.length < sampleCount(held)) continue
      table ??= tableOf(held, dialect)
      for (const row of held) table.add(row, ++line)
      held = []
      checkCount(table.cellCount(), options)
    }
    if (held.length > 0) table ??= tableOf(held, dialect)
    if (table === undefined) throw emptyFile(0)
    for (const row of held) table.add(row, ++line)
    return table.read(name.replace(/\.\w+$/, '') || name, [
      ...reader.notices(),
      ...dialect.comments.filter(Boolean).map((comment) => `Comment of the table: ${comment}`),
    ])
  },
}

/** Throws TensorError (shape) if a table of another program holds a zero byte. SimLens writes one that is in a token. */
function checkText(text: string, head: Uint8Array): void {
  if (text.includes('\0') && exportedDelimiter(text) === undefined) {
    throw damaged('The table holds a zero byte, which no text has.', head.indexOf(0))
  }
}

/** Returns the number of rows that are a sample of a table with such rows. */
function sampleCount([first = []]: readonly CsvRow[]): number {
  return Math.max(LEAST_ROWS, Math.min(SAMPLE_ROWS, Math.ceil(SAMPLE_FIELDS / first.length)))
}

/** Returns the dialect of a text that shows none, by the file's name. */
function plainDialect(text: string, name: string): Dialect {
  return {
    delimiter: /\.tsv$/i.test(name) ? '\t' : ',',
    isComma: /\.tsv$/i.test(name),
    skippedCount: 0,
    isReturnOnly: text.includes('\r') && !text.includes('\n'),
    comments: [],
  }
}

interface CsvText {
  readonly reader: TextReader
  readonly dialect: Dialect
  /** The beginning of the text. */
  readonly text: string
}

/** Yields the rows in batches, as they arrive. */
async function* rowsOf(
  source: ByteSource,
  { reader, dialect, text }: CsvText,
  { onProgress, signal }: ReadOptions,
): AsyncGenerator<CsvRow[]> {
  const { delimiter, skippedCount, isReturnOnly } = dialect
  const rows = new CsvRows(delimiter, exportedDelimiter(text) !== undefined, skippedCount)
  const plain = (piece: string): string => (isReturnOnly ? piece.replaceAll('\r', '\n') : piece)
  let bytesRead = 0
  for await (const chunk of source.stream((count) => (bytesRead = count))) {
    signal?.throwIfAborted()
    yield rows.push(plain(reader.read(chunk)))
    onProgress?.({ bytesRead, byteCount: source.size, cellCount: 0 })
  }
  yield [...rows.push(plain(reader.read(undefined, true))), ...rows.finish()]
}

function checkCount(cellCount: number, options: ReadOptions): void {
  const limit = cellLimitOf(options.maxCellCount)
  if (cellCount > limit) throw tooLarge(cellCount, limit)
}

/** Returns the table that begins with these rows. */
function tableOf(rows: readonly CsvRow[], { isComma }: Dialect): CsvTable {
  const [first = []] = rows
  const form = exportedForm(first)
  if (form === 'matrix') return exportedMatrix(first, isComma)
  if (form === 'profiles') throw profiles()
  const frame = tableFrame(rows.slice(0, sampleCount(rows)), isComma)
  return isByColumns(frame) ? columnTable(frame, isComma) : matrixTable(frame, isComma)
}

function profiles(): TensorError {
  return new TensorError({
    tag: 'unsupported',
    message: 'The table holds the profiles of a figure, not its tensor.',
    advice: 'Open the tensor: its JSON, its CSV, or a figure that was saved with it.',
  })
}
