import { exactText } from '../../tensor/exactText'

/** Rows of fields that are not yet quoted; the first row is the header. */
export type TableRows = Iterable<readonly string[]>

/** Returns the exact text of a number; a missing value is an empty field, as in spreadsheets, pandas and R. */
export function csvNumber(value: number | undefined, isFloat32: boolean): string {
  return value === undefined || Number.isNaN(value) ? '' : exactText(value, isFloat32)
}
