import { type Dimension } from '../foreign/FoundFile'
import { tensorsOfFound } from '../foreign/tensorsOfFound'
import { NumberStore } from '../json/NumberStore'
import { isNamed } from '../tools/blocks/columnKind'
import { type CsvRow } from './CsvRows'
import { addNumbers, checkLength, type CsvTable } from './CsvTable'
import { fieldText } from './exportedForm'
import { type TableFrame } from './tableFrame'

/** Returns the table of a matrix of numbers, with the labels of its frame above and at the left. */
export function matrixTable(frame: TableFrame, isComma: boolean): CsvTable {
  const { header, indexCount, labelIndex, width, isTrailing } = frame
  const names = header?.slice(indexCount) ?? []
  // numpy.savetxt puts this before a header.
  if (names[0]?.startsWith('# ')) names[0] = names[0].slice(2)
  // Columns with counting labels may be layers or tokens.
  const isCounting = names.every((name, i) => name === String(i))
  const labels = header === undefined || isCounting ? undefined : names.map(fieldText)
  const store = new NumberStore()
  const rowLabels: string[] = []
  const rowLengths: number[] = []

  function add(row: CsvRow, line: number): void {
    if (header !== undefined && line === 1) return
    const end = isTrailing && (row[width] ?? '') === '' ? width : row.length
    const fields = row.slice(indexCount, end)
    if (header !== undefined || isTrailing) checkLength(fields, width - indexCount, line)
    addNumbers(store, fields, isComma, line)
    rowLengths.push(fields.length)
    if (labelIndex >= 0) rowLabels.push(fieldText(row[labelIndex] ?? ''))
  }

  return {
    cellCount: () => store.length,
    add,
    read(name, notices) {
      const longest = rowLengths.reduce((most, length) => Math.max(most, length), 0)
      const isList = longest === 1 && header === undefined && indexCount === 0
      const rows = rowsOf(frame, rowLabels, rowLengths.length)
      const columns = { size: labels?.length ?? longest, ...(labels && { labels }) }
      const isRagged = !isList && rowLengths.some((length) => length !== columns.size)
      const array = {
        name: '',
        values: store.numbers,
        dimensions: isList ? [rows] : [rows, columns],
        ...(isRagged && { rowLengths: Uint32Array.from(rowLengths) }),
      }
      return tensorsOfFound(
        { arrays: [array], notices: [...notices, ...frame.labelNotices, ...frame.notices] },
        name,
      )
    },
  }
}

function rowsOf(
  { columns, labelIndex }: TableFrame,
  labels: readonly string[],
  size: number,
): Dimension {
  const column = columns[labelIndex]
  if (column === undefined) return { size }
  return { size, labels, ...(isNamed(column) && { name: column.name.trim() }) }
}
