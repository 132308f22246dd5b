import { CsvRows } from './CsvRows'
import { exportedDelimiter } from './exportedHeader'
import { fieldNumber } from './fieldNumber'

/** Delimiters in order of preference. numpy.savetxt writes spaces. */
const delimiters = [';', '\t', ',', ' '] as const

/**
 * Returns the delimiter of a text by its beginning: the one with which SimLens wrote the text, or else the one that
 * gives every row equally many fields and the last row the most numbers. Returns undefined if the text is not a table.
 */
export function delimiterOf(head: string): string | undefined {
  const exported = exportedDelimiter(head)
  if (exported !== undefined) return exported
  const lineEnd = head.lastIndexOf('\n')
  const scores = delimiters.map((delimiter) => {
    const rows = new CsvRows(delimiter).push(lineEnd < 0 ? `${head}\n` : head.slice(0, lineEnd + 1))
    const last = rows.at(-1) ?? []
    const isEven = last.length > 1 && rows.every(({ length }) => length === last.length)
    const numbers = last.filter((field) => /\d/.test(field) && numberIn(field, delimiter))
    return isEven && (delimiter !== ' ' || numbers.length === last.length) ? numbers.length : 0
  })
  const most = Math.max(...scores)
  return most === 0 ? undefined : delimiters[scores.indexOf(most)]
}

function numberIn(field: string, delimiter: string): boolean {
  return fieldNumber(field, delimiter !== ',') !== undefined
}
