import { format } from 'd3-format'

/** Returns a text in which each minus is U+2212, also that of an exponent. */
export function withMinus(text: string): string {
  return text.replaceAll('-', '−')
}

/** Returns a number with `digits` significant digits, none of them a 0 at the end, and a typographic minus. */
export function significant(digits: number): (value: number) => string {
  // D3 writes the minus of an exponent in ASCII.
  return (value) => withMinus(format(`.${digits}~g`)(value))
}

/** Formats a number with four significant digits, for readers; the readout shows exact values. */
export const rounded = significant(4)

/** Formats a value of a cell with five significant digits and a typographic minus, to be read at a glance or aloud. */
export function shortNumber(value: number): string {
  return Number.isFinite(value) ? significant(5)(value) : withMinus(String(value))
}

/** Formats a number with two significant digits, for computed figures such as correlations and probabilities. */
export const brief = significant(2)

/**
 * Formats a number of cells that chance is expected to give: three significant digits, from 100 on a whole number with
 * its thousands grouped.
 */
export function expected(count: number): string {
  return count < 99.95 ? format('.3~r')(count) : format(',')(Math.round(count))
}

/** Returns `p = 0.012`, or `p < 0.001` if p is less. */
export function probability(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${brief(p)}`
}
