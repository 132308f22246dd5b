const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const INFINITE = /^[+-]?inf(?:inity)?$/i
const MISSING = /^(?:|[+-]?nan|none|null|n\/?a)$/i

/**
 * Returns the number in a text, also in the form that `str` gives a number of PyTorch: NaN for a missing value,
 * undefined for other texts.
 */
export function numberOfText(text: string): number | undefined {
  // Numbers are shorter, so longer texts are not examined.
  if (text.length > 64) return undefined
  const plain = text.trim().replace(/^tensor\(([^,)]*).*\)$/, '$1')
  if (NUMBER.test(plain)) return Number(plain)
  if (INFINITE.test(plain)) return plain.startsWith('-') ? -Infinity : Infinity
  return MISSING.test(plain) ? NaN : undefined
}
