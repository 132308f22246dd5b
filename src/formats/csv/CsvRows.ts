/** Fields of one row. */
export type CsvRow = readonly string[]

/** A row that is still open after so many characters has a quote that opens no field. */
const LONGEST_OPEN = 1 << 17

/**
 * Rows of delimited text (RFC 4180) from pieces of any size. A quoted field may hold delimiters, line ends and doubled
 * quotes, and be of any length where the text `isTrusted` to close its quotes. Lines without anything in them are left out.
 */
export class CsvRows {
  private readonly delimiter: string
  private readonly field: RegExp
  private readonly longestOpen: number
  /** What has come since the last end of a line. */
  private rest = ''
  /** The lines so far of a row whose last field is not closed yet. */
  private open: string | undefined

  constructor(delimiter: string, isTrusted = false) {
    this.delimiter = delimiter
    this.field = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^${delimiter}]*))(${delimiter}|$)`, 'y')
    this.longestOpen = isTrusted ? Infinity : LONGEST_OPEN
  }

  /** The rows that a piece completes. */
  push(piece: string): CsvRow[] {
    // A row may be longer than many pieces: it is looked at when a line ends.
    if (!piece.includes('\n')) {
      this.rest += piece
      return []
    }
    const lines = `${this.rest}${piece}`.split('\n')
    this.rest = lines.pop() ?? ''
    return this.rowsOf(lines)
  }

  /** The last row, where no line end follows it. */
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
      this.open = isOpen ? text : undefined
      if (!isOpen) rows.push(text)
    }
    return this.fieldsOf(rows)
  }

  private fieldsOf(rows: readonly string[]): CsvRow[] {
    const whole = rows.map((each) => each.replace(/\r$/, '')).filter((each) => each !== '')
    return whole.map((each) => this.fieldsOfRow(each))
  }

  private fieldsOfRow(row: string): CsvRow {
    if (!row.includes('"')) return row.split(this.delimiter)
    const fields: string[] = []
    this.field.lastIndex = 0
    for (;;) {
      const [, quoted, plain = '', end] = this.field.exec(row) ?? []
      fields.push(quoted?.replaceAll('""', '"') ?? plain)
      if (end !== this.delimiter) return fields
    }
  }
}
