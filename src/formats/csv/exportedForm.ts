/** First field of an exported matrix whose columns are labelled with the texts of their tokens. Its rows are layers. */
export const TOKEN_CORNER = 'layer \\ token'

/** First field of an exported matrix whose columns are labelled with the index of each token in the sequence. */
export const POSITION_CORNER = 'layer \\ position'

/**
 * The columns of a tensor exported in long form, one row per cell, ordered by query, then layer, then token.
 * `token_index` counts from the first token of the sequence, `distance` back from the query.
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

/** Returns the form of export to which a header belongs, or undefined if SimLens did not write it. */
export function exportedForm(
  header: readonly string[],
): 'matrix' | 'long' | 'profiles' | undefined {
  const [corner] = header
  if (corner === TOKEN_CORNER || corner === POSITION_CORNER) return 'matrix'
  if (hasColumns(header, LONG_COLUMNS)) return 'long'
  return hasColumns(header, PROFILE_COLUMNS) ? 'profiles' : undefined
}

function hasColumns(header: readonly string[], columns: readonly string[]): boolean {
  return header.length === columns.length && columns.every((name, i) => header[i] === name)
}

/** The beginning of each export, also if another program saved it with another delimiter or with quotes. */
const STARTS = [
  /^"?layer \\ (?:token|position)"?([,;\t]?)/,
  /^"?query"?([,;\t])"?layer"?\1"?token_index"?\1/,
  /^"?of"?([,;\t])"?index"?\1"?label"?\1"?count"?\1/,
]

/** Returns the delimiter of a table by its beginning, or undefined if SimLens did not export it. */
export function exportedDelimiter(head: string): string | undefined {
  const found = STARTS.map((start) => start.exec(head)).find((match) => match !== null)
  // A matrix without columns has no delimiter.
  return found === undefined ? undefined : found[1] || ','
}

/**
 * The beginning of a text that a spreadsheet runs as a formula, also after apostrophes that prevent this. Where Chinese
 * or Japanese is written, the wide signs count too.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * Returns the text, with an apostrophe before it if a spreadsheet would run it as a formula (OWASP, “CSV injection”).
 */
export function spreadsheetText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** Returns the text from which `spreadsheetText` made `text`. */
export function fieldText(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}
