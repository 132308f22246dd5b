/** What a spreadsheet takes for a formula, also behind the apostrophes that say it is none. */
const FORMULA = /^'*[=+\-@\t\r]/

/** A text with an apostrophe before it where a spreadsheet would run it as a formula (OWASP, “CSV injection”). */
export function spreadsheetText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** Undoes `spreadsheetText`. */
export function plainText(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}
