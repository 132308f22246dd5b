import { csvField } from './csvField'
import { type TableRows } from './TableRows'

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
