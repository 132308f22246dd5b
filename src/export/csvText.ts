import { exactText } from '../tensor/exactText'

/** Rows of fields that are not yet quoted; the first row is the header. */
export type TableRows = Iterable<readonly string[]>

/** Returns the exact text of a number; a missing value is an empty field, as in spreadsheets, pandas and R. */
export function csvNumber(value: number | undefined, isFloat32: boolean): string {
  return value === undefined || Number.isNaN(value) ? '' : exactText(value, isFloat32)
}

/** Yields a CSV file in pieces, one row each (RFC 4180). */
export function* csvText(table: TableRows): Generator<string> {
  for (const row of table) yield `${row.map(csvField).join(',')}\r\n`
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
