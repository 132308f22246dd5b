/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * Returns a text for use in a sentence. If it has letters that run from right to left, it is between the isolates
 * U+2068 and U+2069, so that it does not move the words and numbers beside it (Unicode Standard Annex 9). The text must
 * be visible already: `visibleText` spells isolates out.
 */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text
}

/** Returns a text without isolates, for a format that has none. Those of a token are spelled out and stay. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2068\u2069]/gu, '')
}

/** Returns a sentence in which each text between curly quotes is isolated as `isolated` does. */
export function withIsolatedQuotes(sentence: string): string {
  return sentence.replace(/(?<=“)[^”]*(?=”)/gu, isolated)
}
