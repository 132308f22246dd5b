import { axesOf, DEFAULT_AXES, isAxisName, LONGEST_AXIS_NAME, type Axes } from '../../tensor/Axes'

/** First field of an exported matrix whose columns are labelled with the texts of their tokens. Its rows are layers. */
const TOKEN_CORNER = 'layer \\ token'

/** First field of an exported matrix whose columns are labelled with the index of each token in the sequence. */
const POSITION_CORNER = 'layer \\ position'

/**
 * Returns the first field of an exported matrix: what its rows and columns are. In names of their own, backslashes and
 * delimiters have a backslash before them. `hasTexts` if the columns are labelled with texts, not with indices.
 */
export function matrixCorner({ row, column }: Axes, hasTexts: boolean): string {
  if (row === DEFAULT_AXES.row && column === DEFAULT_AXES.column) {
    return hasTexts ? TOKEN_CORNER : POSITION_CORNER
  }
  const names = [row, column].map((name) => name.replace(/[\\,;]/g, String.raw`\$&`))
  return spreadsheetText([...names, ...(hasTexts ? [] : ['position'])].join(' \\ '))
}

/**
 * Returns the columns of a tensor exported in long form, one row per cell, ordered by query, then layer, then token.
 * `token_index` counts from the first token of the sequence, `distance` back from the query. Axes with names of their
 * own replace `query`, `layer` and `token`.
 */
export function longColumns({ query, row, column }: Axes): readonly string[] {
  const token = column === DEFAULT_AXES.column ? 'token' : spreadsheetText(column)
  return [
    query === DEFAULT_AXES.query ? 'query' : spreadsheetText(query),
    row === DEFAULT_AXES.row ? 'layer' : spreadsheetText(row),
    `${token}_index`,
    token,
    'distance',
    'value',
  ]
}

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
  if (matrixAxes(header[0] ?? '') !== undefined) return 'matrix'
  if (longAxes(header) !== undefined) return 'long'
  return hasColumns(header, PROFILE_COLUMNS) ? 'profiles' : undefined
}

function hasColumns(header: readonly string[], columns: readonly string[]): boolean {
  return header.length === columns.length && columns.every((name, i) => header[i] === name)
}

/** What the first field of an exported matrix says. */
export interface MatrixAxes {
  readonly axes: Axes
  /** Whether the columns are labelled with indices in the sequence, not with texts. */
  readonly hasPositions: boolean
}

/** Most UTF-16 units of a corner with two names, each character of which may have a backslash. */
const LONGEST_CORNER = 5 * LONGEST_AXIS_NAME

const CORNER = /^((?:[^\\]|\\[\\,;])+) \\ ((?:[^\\]|\\[\\,;])+)( \\ position)?$/

/** Returns the axes from which `matrixCorner` made a field, or undefined if it did not. */
export function matrixAxes(corner: string): MatrixAxes | undefined {
  if (corner === POSITION_CORNER) return { axes: DEFAULT_AXES, hasPositions: true }
  if (corner.length > LONGEST_CORNER) return undefined
  const [, row, column, position] = CORNER.exec(fieldText(corner)) ?? []
  if (row === undefined || column === undefined) return undefined
  const axes = namedAxes({ row: unescaped(row), column: unescaped(column) })
  return axes && { axes, hasPositions: position !== undefined }
}

function unescaped(name: string): string {
  return name.replace(/\\([\\,;])/g, '$1')
}

/** Returns the axes from which `longColumns` made a header, or undefined if it did not. */
export function longAxes(header: readonly string[]): Axes | undefined {
  const [query = '', layer = '', , token = ''] = header
  const axes = namedAxes({
    row: fieldText(layer),
    column: fieldText(token),
    ...(query !== 'query' && { query: fieldText(query) }),
  })
  const columns = longColumns(axes ?? DEFAULT_AXES)
  // Columns after these are companions.
  return hasColumns(header.slice(0, columns.length), columns) ? axes : undefined
}

function namedAxes(names: Partial<Axes>): Axes | undefined {
  const isValid = Object.values(names).every(
    (name) => isAxisName(name) && name.length <= LONGEST_AXIS_NAME,
  )
  return isValid ? axesOf(names) : undefined
}

const delimiters = [',', ';', '\t'] as const

/** The first field of an exported matrix, with the delimiter after it; a matrix without columns has none. */
const FIRST_FIELD = /^(?:"(?:[^"]|"")*"|(?:[^",;\t\\]|\\.)*)([,;\t]?)/

/**
 * Returns the delimiter of a table by its beginning, or undefined if SimLens did not export it. Another program may
 * have saved it with another delimiter, or with quotes.
 */
export function exportedDelimiter(head: string): string | undefined {
  const [line = ''] = head.split(/\r?\n/, 1)
  const afterCorner = FIRST_FIELD.exec(line)?.[1] || ','
  const [corner = ''] = fieldsOf(line, afterCorner)
  if (matrixAxes(corner) !== undefined) return afterCorner
  return delimiters.find((delimiter) => {
    const header = fieldsOf(line, delimiter)
    return header.length > 1 && exportedForm(header) !== undefined
  })
}

function fieldsOf(line: string, delimiter: string): readonly string[] {
  const fields = new RegExp(`(?:^|${delimiter})(?:"((?:[^"]|"")*)"|([^${delimiter}]*))`, 'g')
  return Array.from(line.matchAll(fields), ([, quoted, plain = '']) => {
    return quoted?.replaceAll('""', '"') ?? plain
  })
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
