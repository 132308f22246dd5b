/** The beginning of a text that a spreadsheet runs as a formula, also after apostrophes that prevent this. */
const FORMULA = /^'*[=+\-@\t\r]/

/**
 * Returns the text, with an apostrophe before it if a spreadsheet would run it as a formula (OWASP, “CSV injection”).
 */
export function spreadsheetText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** Returns the text from which `spreadsheetText` made `text`. */
export function plainText(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}
