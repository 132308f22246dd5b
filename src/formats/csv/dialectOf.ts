import { CsvRows, fieldNumber, type CsvRow } from './CsvRows'
import { exportedDelimiter } from './exportedForm'

/** How a text is divided into rows and fields. */
export interface Dialect {
  readonly delimiter: string
  /** Whether the decimal separator may be a comma. */
  readonly isComma: boolean
  /** Number of lines before the table. */
  readonly skippedCount: number
  /** Whether lines end with a carriage return alone. */
  readonly isReturnOnly: boolean
  /** Texts of the comments before the table. */
  readonly comments: readonly string[]
}

/** Delimiters in order of preference. numpy.savetxt and R write spaces. */
const delimiters = [';', '\t', ',', ' '] as const

/** A line that tells Excel the delimiter. */
const SEPARATOR = /^"?sep=(.)"?$/i

const DECIMAL_COMMA = /^[+-]?\d*,\d+(?:e[+-]?\d+)?$/i
const THOUSANDS = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+$/

/**
 * Returns how a text is divided, by its beginning: the delimiter with which SimLens wrote it or that its first line
 * names, or else the one that gives every row equally many fields and the last row the most numbers. Lines with # before
 * a table are comments, but numpy.savetxt writes its header in that way. Returns undefined if the text is not a table.
 */
export function dialectOf(head: string): Dialect | undefined {
  const isReturnOnly = head.includes('\r') && !head.includes('\n')
  const text = isReturnOnly ? head.replaceAll('\r', '\n') : head
  const exported = exportedDelimiter(text)
  const plain = { skippedCount: 0, isReturnOnly, comments: [] }
  if (exported !== undefined) return { ...plain, delimiter: exported, isComma: exported !== ',' }
  const lines = completeLines(text)
  const [, named] = SEPARATOR.exec(lines[0] ?? '') ?? []
  const first = named === undefined ? 0 : 1
  const table = lines.findIndex((line, i) => i >= first && !line.startsWith('#'))
  const start = Math.max(first, table)
  const delimiter = named ?? delimiterOf(lines.slice(start))
  if (delimiter === undefined) return undefined
  const isHeader = start > first && isSavedHeader(lines[start - 1], lines[start], delimiter)
  const skippedCount = isHeader ? start - 1 : start
  return {
    delimiter,
    isComma: delimiter !== ',' || hasDecimalCommas(lines.slice(start), delimiter),
    skippedCount,
    isReturnOnly,
    comments: lines.slice(first, skippedCount).map((line) => line.replace(/^#+\s*/, '')),
  }
}

/** Returns the lines of a beginning; the last one only if it is complete or the only one. */
function completeLines(text: string): readonly string[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
  return lines.length > 1 ? lines.slice(0, -1) : lines
}

function delimiterOf(lines: readonly string[]): string | undefined {
  const scores = delimiters.map((delimiter) => {
    const [first = [], ...rows] = rowsOf(lines, delimiter)
    const last = rows.at(-1) ?? first
    // R writes no name above the names of the rows.
    const isHeader = first.length === last.length || first.length === last.length - 1
    const isEven = last.length > 1 && isHeader && rows.every(({ length }) => length === last.length)
    const count = last.filter((field) => /\d/.test(field) && numberIn(field, delimiter)).length
    // Words of prose are divided by spaces too.
    const isSpaced = delimiter === ' ' && (count < last.length - 1 || count < 2)
    return isEven && !(isSpaced && count < last.length) ? count : 0
  })
  const most = Math.max(...scores)
  return most === 0 ? undefined : delimiters[scores.indexOf(most)]
}

function rowsOf(lines: readonly string[], delimiter: string): readonly CsvRow[] {
  return new CsvRows(delimiter).push(`${lines.join('\n')}\n`)
}

function numberIn(field: string, delimiter: string): boolean {
  return fieldNumber(field, delimiter !== ',' || DECIMAL_COMMA.test(field)) !== undefined
}

/** Whether the line after # has a label for each field of the first row below it. */
function isSavedHeader(line = '', row = '', delimiter: string): boolean {
  const [labels = [], fields = []] = rowsOf([line.replace(/^#\s?/, ''), row], delimiter)
  return labels.length === fields.length && labels.length > 1
}

/** Whether fields in quotes have decimal commas. A comma before three digits may divide thousands. */
function hasDecimalCommas(lines: readonly string[], delimiter: string): boolean {
  const fields = rowsOf(lines, delimiter).flat()
  return fields.some((field) => DECIMAL_COMMA.test(field) && !THOUSANDS.test(field))
}

/** Whether each line is one number and some are not whole, as numpy.savetxt writes a list. */
export function isNumberList(head: string): boolean {
  const lines = completeLines(head).filter((line) => line !== '' && !line.startsWith('#'))
  const isNumbers = lines.every((line) => /\d/.test(line) && fieldNumber(line, false) !== undefined)
  return lines.length > 1 && isNumbers && lines.some((line) => !Number.isInteger(Number(line)))
}
