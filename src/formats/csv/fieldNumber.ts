/** Words for a missing value, as pandas, R and spreadsheets write them. */
const MISSING = /^(?:-?nan|na|n\/a|#n\/a|null|none|<na>)?$/i

/**
 * Returns the number of a field: NaN if the value is missing, undefined if the field is text. If `isComma` is true, the
 * decimal separator may be a comma.
 */
export function fieldNumber(field: string, isComma: boolean): number | undefined {
  const value = Number(field)
  // `Number` reads white space as zero, and 0x1F as a number.
  if (!Number.isNaN(value) && (value !== 0 || field.includes('0'))) return value
  const text = field.trim()
  if (MISSING.test(text)) return NaN
  const [, sign] = /^([+-]?)inf(?:inity)?$/i.exec(text) ?? []
  if (sign !== undefined) return sign === '-' ? -Infinity : Infinity
  return isComma && /^[+-]?\d*,\d/.test(text)
    ? fieldNumber(text.replace(',', '.'), false)
    : undefined
}
