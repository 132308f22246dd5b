/** Fields of one row. */
export type CsvRow = readonly string[]

/** A quote that is not closed within so many characters opens no field. */
const LONGEST_FIELD = 1 << 17

/**
 * Rows of delimited text (RFC 4180) from pieces of any size. A quoted field may hold delimiters, line ends and doubled
 * quotes. Lines without anything in them are left out.
 */
export class CsvRows {
  private readonly delimiter: string
  private readonly field: RegExp
  /** What has come since the last whole row. */
  private rest = ''

  constructor(delimiter: string) {
    this.delimiter = delimiter
    this.field = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^${delimiter}]*))(${delimiter}|$)`, 'y')
  }

  /** The rows that a piece completes. */
  push(piece: string): CsvRow[] {
    this.rest += piece
    // A row may be longer than many pieces: it is looked at when a line ends.
    return piece.includes('\n') ? this.takeRows(false) : []
  }

  /** The last row, where no line end follows it. */
  finish(): CsvRow[] {
    this.rest += '\n'
    return this.takeRows(true)
  }

  private takeRows(isFinal: boolean): CsvRow[] {
    const lines = this.rest.split('\n')
    const tail = lines.pop() ?? ''
    const rows: string[] = []
    let row = ''
    let isOpen = false
    for (const line of lines) {
      row = isOpen ? `${row}\n${line}` : line
      if (line.split('"').length % 2 === 0) isOpen = !isOpen
      isOpen &&= row.length < LONGEST_FIELD
      if (!isOpen) rows.push(row)
    }
    if (isOpen && isFinal) rows.push(row)
    this.rest = isOpen && !isFinal ? `${row}\n${tail}` : tail
    const whole = rows.map((each) => each.replace(/\r$/, '')).filter((each) => each !== '')
    return whole.map((each) => this.fieldsOf(each))
  }

  private fieldsOf(row: string): CsvRow {
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
