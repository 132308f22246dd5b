import { CsvRows } from './CsvRows'
import { exportedDelimiter } from './exportedHeader'
import { fieldNumber } from './fieldNumber'

/** Of two that would do the first is taken; spaces are what numpy.savetxt writes. */
const delimiters = [';', '\t', ',', ' '] as const

/**
 * What separates the fields of a text that begins so: what SimLens wrote it with, or else the delimiter that gives every row as many fields, and the last
 * one the most numbers. Undefined = it is no table.
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
