import { readCanonical } from '../canonical/readCanonical'
import { roleOfName } from '../foreign/roleOfName'
import { tensorsOfFound } from '../foreign/tensorsOfFound'
import { PartCount } from '../json/PartCount'
import { type TableColumn } from '../tools/blocks/TableColumn'
import { placesByName, TOKENS, VALUE } from '../tools/blocks/columnKind'
import { MOST_COLUMNS, namedPlaces } from '../tools/blocks/longBlocks'
import { tableBlocks } from '../tools/blocks/tableBlocks'
import { fieldNumber, type CsvRow } from './CsvRows'
import { rowError, type CsvTable } from './CsvTable'
import { exportedDocument, type ExportedCompanion } from './exportedDocument'
import { fieldText, longAxes, longColumns } from './exportedForm'
import { type TableFrame } from './tableFrame'

/**
 * Whether a table is read by its columns: some of them hold texts, or say where the values of the others are. Other
 * tables are matrices.
 */
export function isByColumns({ columns, header, isOpen }: TableFrame): boolean {
  if (header !== undefined && longAxes(header) !== undefined) return true
  if (header === undefined) return columns.filter(({ isText }) => isText).length > 1
  if (columns.slice(1).some(({ isText }) => isText)) return true
  if (isOpen && columns.length <= MOST_COLUMNS) return true
  const { axes = [] } = namedPlaces(columns) ?? {}
  const isLong = axes.length > 1 || placesByName(columns) !== undefined
  return isLong && columns.length <= MOST_COLUMNS
}

/** Returns a table that is read by its columns. Without a header they have no names. */
export function columnTable(frame: TableFrame, isComma: boolean): CsvTable {
  const header = frame.header ?? Array.from({ length: frame.width }, () => '')
  const columns = header.map((): string[] => [])
  const parts = new PartCount()
  // An axis may have any name, also that of values.
  const axes = longAxes(header)
  const value =
    axes === undefined ? header.findIndex((name) => VALUE.test(name)) : longColumns(axes).length - 1

  function add(row: CsvRow, line: number): void {
    if (frame.header !== undefined && line === 1) return
    const extra = row.slice(header.length).find((field) => field !== '')
    if (extra !== undefined) throw rowError(line, extra, 'is one field too many')
    frame.columns.forEach(({ isText, name, numbers }, column) => {
      const field = row[column] ?? ''
      // Columns that say where a value is may hold anything.
      const isPlace =
        numbers === undefined ||
        isText ||
        TOKENS.test(name.trim()) ||
        roleOfName(name) !== undefined
      const isNumber = axes === undefined ? VALUE.test(name) || !isPlace : column === value
      if (isNumber && fieldNumber(field, isComma) === undefined) throw rowError(line, field)
    })
    columns.forEach((cells, column) => {
      const text = fieldText(row[column] ?? '')
      parts.add(text.length, line, 'line')
      cells.push(text)
    })
  }

  return {
    cellCount: () => (columns[0]?.length ?? 0) * columns.length,
    add,
    read(name, notices) {
      const values = columns[value] ?? []
      const exported =
        axes === undefined || values.length === 0
          ? undefined
          : exportedDocument(columns, {
              values: numbersOf(values, isComma),
              axes,
              companions: companionsOf(header, columns, value + 1, isComma),
            })
      if (exported !== undefined) {
        const found = readCanonical(exported, name)
        return { ...found, notices: [...exported.notices, ...found.notices] }
      }
      const typed = columns.map((cells, column): TableColumn => {
        const key = header[column]?.trim() ?? ''
        const numbers = TOKENS.test(key) ? [] : cells.map((cell) => fieldNumber(cell, isComma))
        const known = numbers.filter((number) => number !== undefined)
        return { name: key, cells: known.length === cells.length ? known : cells }
      })
      const blocks = tableBlocks(typed)
      const arrays = blocks.map((one) => Object.assign({ name: one.name }, one.block))
      const said = blocks.flatMap(({ block }) => block.notices ?? [])
      return tensorsOfFound({ arrays, notices: [...notices, ...frame.notices, ...said] }, name)
    },
  }
}

function numbersOf(cells: readonly string[], isComma: boolean): Float64Array {
  return Float64Array.from(cells, (cell) => fieldNumber(cell, isComma) ?? NaN)
}

/** Returns the columns from `first` on, as numbers where all of their fields are numbers or empty. */
function companionsOf(
  header: readonly string[],
  columns: readonly (readonly string[])[],
  first: number,
  isComma: boolean,
): readonly ExportedCompanion[] {
  return columns.slice(first).map((cells, k) => {
    const isNumeric = cells.every((cell) => cell === '' || fieldNumber(cell, isComma) !== undefined)
    const name = fieldText(header[first + k] ?? '')
    return { name, cells: isNumeric ? numbersOf(cells, isComma) : cells }
  })
}
