import { exactText } from '../tensor/exactText'

/** Rows of fields that are not yet quoted; the first row is the header. */
export type TableRows = Iterable<readonly string[]>

/** Returns the exact text of a number; a missing value is an empty field, as in spreadsheets, pandas and R. */
export function csvNumber(value: number | undefined, isFloat32: boolean): string {
  return value === undefined || Number.isNaN(value) ? '' : exactText(value, isFloat32)
}

/** Most characters of a CSV file: about those of 16 million cells. Browsers hold not much more while they save it. */
const MOST_CHARACTERS = 2 ** 30

/**
 * Yields a CSV file in pieces, one row each (RFC 4180). Throws RangeError if it has more than `most` characters, as one
 * with long texts in each row may.
 */
export function* csvText(table: TableRows, most = MOST_CHARACTERS): Generator<string> {
  let length = 0
  for (const row of table) {
    const line = `${row.map(csvField).join(',')}\r\n`
    length += line.length
    if (length > most) {
      throw new RangeError(
        'The table is too long for this browser, since each row repeats its texts. Save it as JSON, which has each text once.',
      )
    }
    yield line
  }
}

/**
 * Returns the table as spreadsheets put it on the clipboard: fields separated by tabs; tabs and line ends in a field
 * are quoted.
 */
export function tsvText(table: TableRows): string {
  return Array.from(table, (row) => `${row.map(tsvField).join('\t')}\n`).join('')
}

function tsvField(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Returns the table as HTML. */
export function htmlTable(table: TableRows): string {
  const rows = Array.from(table, (row) => `<tr>${row.map(htmlCell).join('')}</tr>`)
  return `<table>${rows.join('')}</table>`
}

function htmlCell(text: string): string {
  return `<td>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</td>`
}

/**
 * A field that needs quotes: one with special characters, with what other programs take for a delimiter, or with white
 * space at an end, which some readers remove.
 */
const QUOTED = /[",;\t\r\n]|^\s|\s$/

/** Returns a text as a field of a CSV file (RFC 4180). */
function csvField(text: string): string {
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
