import { canonicalDialect } from '../canonical/canonicalDialect'
import { tensorsOfFound } from '../found/tensorsOfFound'
import { type CsvRow } from './CsvRows'
import { type CsvTable } from './CsvTable'
import { fieldNumber } from './fieldNumber'
import { rowError } from './rowError'
import { plainText } from './spreadsheetText'
import { type TidyColumns } from './tidyColumns'
import { tidyDocument, type TidyQuery } from './tidyDocument'

/** A table in long form, with a row for each value. `isComma`: the decimal sign may be a comma. */
export function tidyTable(columns: TidyColumns, isComma: boolean): CsvTable {
  const queries: TidyQuery[] = []
  /** The latest query of each name and position. */
  const open = new Map<string, TidyQuery>()
  let cellCount = 0

  function start(key: string, label: string, position: number): TidyQuery {
    const query: TidyQuery = { label, position, rows: new Map(), texts: new Map() }
    queries.push(query)
    open.set(key, query)
    return query
  }

  function add(row: CsvRow, line: number): void {
    if (line === 1) return
    const { key, label, layer, position, given, value } = cellOf(row, line, columns, isComma)
    const known = open.get(key)
    // Without an index the values of a layer are those of its tokens, one after the other.
    const index = columns.index < 0 ? (known?.rows.get(layer)?.size ?? 0) : given
    // The same cell once more is that of another query, which has the same name or none.
    const isNew = known === undefined || known.rows.get(layer)?.has(index) === true
    const query = isNew ? start(key, label, position) : known
    const cells = query.rows.get(layer) ?? new Map<number, number>()
    query.rows.set(layer, cells.set(index, value))
    if (columns.token >= 0) query.texts.set(index, plainText(row[columns.token] ?? ''))
    cellCount++
  }

  return {
    cellCount: () => cellCount,
    add,
    read(name) {
      if (cellCount === 0) return tensorsOfFound({ arrays: [], notices: [] }, name)
      return canonicalDialect.read(tidyDocument(queries), name)
    },
  }
}

/** What a row says. Throws `TensorError` (shape). */
function cellOf(row: CsvRow, line: number, columns: TidyColumns, isComma: boolean) {
  const numberAt = (column: number): number => {
    const field = row[column] ?? ''
    const value = fieldNumber(field, isComma)
    if (value === undefined) throw rowError(line, `“${field.slice(0, 40)}” is no number.`)
    return value
  }
  const label = plainText(row[columns.query] ?? '')
  const given = numberAt(columns.index)
  if (columns.index >= 0 && !Number.isSafeInteger(given)) {
    throw rowError(line, 'its token index is no whole number.')
  }
  const position = given + numberAt(columns.distance)
  const layer = plainText(row[columns.layer] ?? '')
  const value = numberAt(columns.value)
  return { key: `${position} ${label}`, label, layer, position, given, value }
}
