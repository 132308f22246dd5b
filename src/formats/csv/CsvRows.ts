import { TensorError } from '../../tensor/TensorError'

/** Fields of one row. */
export type CsvRow = readonly string[]

/** Number of characters after which an open row is invalid: it has a stray quote that does not open a field. */
const LONGEST_OPEN = 1 << 17

/** Most characters of a row: enough for some millions of values. */
const LONGEST_LINE = 1 << 25

/**
 * Splits delimited text (RFC 4180), given in pieces of any size, into rows. A quoted field may contain delimiters, line
 * ends and doubled quotes. Its length is unlimited if the text `isTrusted` to close its quotes. Empty lines are left
 * out, and so are the first `skippedCount` lines.
 */
export class CsvRows {
  private readonly delimiter: string
  private readonly field: RegExp
  private readonly longestOpen: number
  /** Text since the last line end. */
  private rest = ''
  /** The lines of a row whose last field is not closed yet; undefined if there is no such row. */
  private open: string | undefined

  /** Number of lines that are still to be left out. */
  private skippedCount: number

  constructor(delimiter: string, isTrusted = false, skippedCount = 0) {
    this.delimiter = delimiter
    // Columns of fixed width are divided by several spaces.
    const end = delimiter === ' ' ? ' +' : delimiter
    this.field = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^${delimiter}]*))(${end}|$)`, 'y')
    this.longestOpen = isTrusted ? Infinity : LONGEST_OPEN
    this.skippedCount = skippedCount
  }

  /** Adds a piece and returns the rows that it completes. */
  push(piece: string): CsvRow[] {
    // A row may be longer than many pieces, so it is split only when a line ends.
    if (!piece.includes('\n')) {
      this.rest += piece
      if (this.rest.length > LONGEST_LINE) throw endlessLine()
      return []
    }
    const lines = `${this.rest}${piece}`.split('\n')
    this.rest = lines.pop() ?? ''
    const table = lines.slice(this.skippedCount)
    this.skippedCount = Math.max(0, this.skippedCount - lines.length)
    return this.rowsOf(table)
  }

  /** Returns the last row if the text does not end with a line end; otherwise no rows. */
  finish(): CsvRow[] {
    const rows = this.rowsOf([this.rest])
    return this.open === undefined ? rows : [...rows, ...this.fieldsOf([this.open])]
  }

  private rowsOf(lines: readonly string[]): CsvRow[] {
    const rows: string[] = []
    for (const line of lines) {
      const text = this.open === undefined ? line : `${this.open}\n${line}`
      const isOdd = line.split('"').length % 2 === 0
      const isOpen = isOdd === (this.open === undefined) && text.length < this.longestOpen
      if (isOpen && text.length > LONGEST_LINE) throw endlessLine()
      this.open = isOpen ? text : undefined
      if (!isOpen) rows.push(text)
    }
    return this.fieldsOf(rows)
  }

  private fieldsOf(rows: readonly string[]): CsvRow[] {
    const whole = rows.map((each) => each.replace(/\r$/, '')).filter((each) => each !== '')
    return whole.map((each) => this.fieldsOfRow(each))
  }

  private fieldsOfRow(line: string): CsvRow {
    const isSpaced = this.delimiter === ' '
    const row = isSpaced ? line.trim() : line
    if (!row.includes('"')) return row.split(isSpaced ? / +/ : this.delimiter)
    const fields: string[] = []
    this.field.lastIndex = 0
    for (;;) {
      const [, quoted, plain = '', end] = this.field.exec(row) ?? []
      fields.push(quoted?.replaceAll('""', '"') ?? plain)
      if (end === undefined || end === '') return fields
    }
  }
}

function endlessLine(): TensorError {
  return new TensorError({
    tag: 'too-large',
    message: `A row of the table has no end within ${LONGEST_LINE} characters.`,
    advice: 'Write each row of the table on a line of its own, or save the array as .npy.',
  })
}

/** Words for a missing value, as pandas, R and spreadsheets write them. */
const MISSING = /^(?:-?nan|na|n\/a|#n\/a|null|none|<na>)?$/i

/**
 * Returns the number of a field: NaN if the value is missing, undefined if the field is text. If `isComma` is true, the
 * decimal separator may be a comma.
 */
export function fieldNumber(field: string, isComma: boolean): number | undefined {
  const value = Number(field)
  // `Number` reads white space as zero, and 0x1F as a number.
  if (!Number.isNaN(value) && (value !== 0 || field.includes('0'))) return value
  const text = field.trim()
  if (MISSING.test(text)) return NaN
  const [, sign] = /^([+-]?)inf(?:inity)?$/i.exec(text) ?? []
  if (sign !== undefined) return sign === '-' ? -Infinity : Infinity
  return isComma && /^[+-]?\d*,\d/.test(text)
    ? fieldNumber(text.replace(',', '.'), false)
    : undefined
}
