import { roleOfName } from '../foreign/roleOfName'
import { tensorsOfFound } from '../foreign/tensorsOfFound'
import { NumberStore } from '../json/NumberStore'
import { fieldNumber, type CsvRow } from './CsvRows'
import { addNumbers, checkLength, type CsvTable } from './CsvTable'
import { fieldText } from './exportedForm'

/**
 * Returns the table of a matrix of numbers, with or without labels above and at the left. If `isComma` is true, the
 * decimal separator may be a comma.
 */
export function matrixTable(first: CsvRow, second: CsvRow, isComma: boolean): CsvTable {
  const { hasHeader, hasIndex } = frameOf(first, second, isComma)
  const start = hasIndex ? 1 : 0
  const header = hasHeader ? first.slice(start) : []
  // numpy.savetxt puts this before a header.
  if (header[0]?.startsWith('# ')) header[0] = header[0].slice(2)
  // Columns with counting labels may be layers or tokens.
  const labels = isCounting(header) || !hasHeader ? undefined : header.map(fieldText)
  const store = new NumberStore()
  const rowLabels: string[] = []
  const rowLengths: number[] = []

  function add(row: CsvRow, line: number): void {
    if (hasHeader && line === 1) return
    const fields = row.slice(start)
    if (hasHeader) checkLength(fields, header.length, line)
    addNumbers(store, fields, isComma, line)
    rowLengths.push(fields.length)
    if (hasIndex) rowLabels.push(fieldText(row[0] ?? ''))
  }

  return {
    cellCount: () => store.length,
    add,
    read(name) {
      const width = rowLengths.reduce((most, length) => Math.max(most, length), 0)
      const rowName = hasHeader && hasIndex ? first[0] : ''
      const rows = {
        size: rowLengths.length,
        ...(rowName !== '' && rowName !== undefined && { name: rowName }),
        ...(hasIndex && { labels: rowLabels }),
      }
      const columns = { size: labels?.length ?? width, ...(labels && { labels }) }
      const array = { name: '', values: store.numbers, dimensions: [rows, columns] }
      const isRagged = rowLengths.some((length) => length !== columns.size)
      const found = isRagged ? { ...array, rowLengths: Uint32Array.from(rowLengths) } : array
      return tensorsOfFound({ arrays: [found], notices: [] }, name)
    },
  }
}

/**
 * Returns whether the first row and the first column are labels: they are if they contain texts or count from 0. pandas
 * leaves the corner of both empty.
 */
function frameOf(
  first: CsvRow,
  second: CsvRow,
  isComma: boolean,
): { readonly hasHeader: boolean; readonly hasIndex: boolean } {
  const isNumber = (field = ''): boolean => fieldNumber(field, isComma) !== undefined
  const [corner = '', ...labels] = first
  const [index = '', ...values] = second
  const hasTexts = !labels.every(isNumber) || (isNumber(index) && !isNumber(corner))
  const hasHeader = hasTexts || isCounting(labels) || isCounting(first)
  const isCorner = /^(?:unnamed: 0|layers?)?$/i.test(corner)
  // A token may have the same text as the name of an axis. The values below it distinguish the two.
  const isNamed = roleOfName(corner) !== undefined && !values.every(isWhole)
  const isIndex = isWhole(index) && (isCorner || isNamed)
  return { hasHeader, hasIndex: !isNumber(index) || (hasHeader && isIndex) }
}

/** Whether the field is a whole number or empty. */
function isWhole(field: string): boolean {
  return /^\d*$/.test(field)
}

function isCounting(fields: CsvRow): boolean {
  return fields.length > 1 && fields.every((field, i) => field === String(i))
}
