const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const INFINITE = /^[+-]?inf(?:inity)?$/i
const MISSING = /^(?:|[+-]?nan|none|null|n\/?a)$/i

/** The number that a text is, also as `str` writes one of PyTorch; NaN for a missing one, undefined for other texts. */
export function numberOfText(text: string): number | undefined {
  // No number is longer; a long text is not worth trying.
  if (text.length > 64) return undefined
  const plain = text.trim().replace(/^tensor\(([^,)]*).*\)$/, '$1')
  if (NUMBER.test(plain)) return Number(plain)
  if (INFINITE.test(plain)) return plain.startsWith('-') ? -Infinity : Infinity
  return MISSING.test(plain) ? NaN : undefined
}
