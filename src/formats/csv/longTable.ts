import { readCanonical } from '../canonical/readCanonical'
import { roleOfName } from '../foreign/roleOfName'
import { tensorsOfFound } from '../foreign/tensorsOfFound'
import { type Column } from '../tools/blocks/Column'
import { tableBlocks } from '../tools/blocks/tableBlocks'
import { fieldNumber, type CsvRow } from './CsvRows'
import { rowError, type CsvTable } from './CsvTable'
import { exportedDocument } from './exportedDocument'
import { exportedForm, fieldText } from './exportedForm'

/** Names of the column of values. */
const VALUE =
  /^(?:values?|score|sim|similarity|cos|cosine|cos(?:ine)?[ _-]sim(?:ilarity)?|weight)$/i

/** Names of columns that hold texts, even if all of the texts are numbers. */
const TEXT = /^(?:token|text|word)s?$/i

/** A table with more columns than this is a matrix, even if its tokens look like names of columns. */
const MOST_COLUMNS = 10

/** Whether a table with this header has one row for each value, with a layer, a token and the value. */
export function isLong(header: CsvRow): boolean {
  const roles = new Set(header.map((name) => roleOfName(name)))
  const isNamed = roles.has('layer') && roles.has('token')
  return isNamed && header.length <= MOST_COLUMNS && header.some((name) => VALUE.test(name))
}

/** Returns the table in long form. `header` has the names of its columns. */
export function longTable(header: CsvRow, isComma: boolean): CsvTable {
  const columns = header.map((): string[] => [])
  const value = header.findIndex((name) => VALUE.test(name))
  return {
    cellCount: () => columns[value]?.length ?? 0,
    add(row, line) {
      if (line === 1) return
      const field = row[value] ?? ''
      if (fieldNumber(field, isComma) === undefined) throw rowError(line, field)
      columns.forEach((cells, column) => cells.push(fieldText(row[column] ?? '')))
    },
    read(name) {
      const isExported = exportedForm(header) === 'long' && columns[value]?.length !== 0
      const exported = isExported
        ? exportedDocument(columns, numbersOf(columns[value] ?? [], isComma))
        : undefined
      if (exported !== undefined) return readCanonical(exported, name)
      const typed = columns.map((cells, column): Column => {
        const key = header[column]?.trim() ?? ''
        const numbers = TEXT.test(key) ? [] : cells.map((cell) => fieldNumber(cell, isComma))
        const known = numbers.filter((number) => number !== undefined)
        return { name: key, cells: known.length === cells.length ? known : cells }
      })
      const arrays = tableBlocks(typed).map((one) => Object.assign({ name: one.name }, one.block))
      return tensorsOfFound({ arrays, notices: [] }, name)
    },
  }
}

function numbersOf(cells: readonly string[], isComma: boolean): Float64Array {
  return Float64Array.from(cells, (cell) => fieldNumber(cell, isComma) ?? NaN)
}
