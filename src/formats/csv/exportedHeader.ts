import { type CsvRow } from './CsvRows'

/** First field of an exported matrix: rows are layers, and above them stand the texts of their tokens. */
export const TOKEN_CORNER = 'layer \\ token'

/** The same without texts: above stands the index of each token in the sequence. */
export const POSITION_CORNER = 'layer \\ position'

/**
 * The columns of a tensor exported in long form: a row for each cell, query after query, layer after layer, tokens one
 * after the other. `token_index` counts from the first token of the sequence, `distance` back from the query.
 */
export const LONG_COLUMNS = ['query', 'layer', 'token_index', 'token', 'distance', 'value'] as const

/** The columns of exported profiles. */
export const PROFILE_COLUMNS = [
  'of',
  'index',
  'label',
  'count',
  'mean',
  'p10',
  'p90',
  'min',
  'max',
] as const

/** How each of them begins, also where another program has saved it with another delimiter, or with quotes. */
const STARTS = [
  /^"?layer \\ (?:token|position)"?([,;\t]?)/,
  /^"?query"?([,;\t])"?layer"?\1"?token_index"?\1/,
  /^"?of"?([,;\t])"?index"?\1"?label"?\1"?count"?\1/,
]

/** The delimiter of a table that begins so, if SimLens exported it. */
export function exportedDelimiter(head: string): string | undefined {
  const found = STARTS.map((start) => start.exec(head)).find((match) => match !== null)
  // A matrix without columns has none.
  return found === undefined ? undefined : found[1] || ','
}

export function isExportedMatrix([corner]: CsvRow): boolean {
  return corner === TOKEN_CORNER || corner === POSITION_CORNER
}

export function hasColumns(header: CsvRow, columns: readonly string[]): boolean {
  return header.length === columns.length && columns.every((name, i) => header[i] === name)
}
