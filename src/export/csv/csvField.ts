/** What a field is quoted for: its own signs, and white space at an end, which some readers take off. */
const QUOTED = /[",\r\n]|^\s|\s$/

/** A field of a CSV file (RFC 4180). */
export function csvField(text: string): string {
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
