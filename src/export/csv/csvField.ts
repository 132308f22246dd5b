/** A field that needs quotes: one with special characters, or with white space at an end, which some readers remove. */
const QUOTED = /[",\r\n]|^\s|\s$/

/** Returns a text as a field of a CSV file (RFC 4180). */
export function csvField(text: string): string {
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
