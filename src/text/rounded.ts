import { format } from 'd3-format'

/**
 * Formats a number with four significant digits and a typographic minus, for readers; the readout shows exact values.
 */
export const rounded = format('.4~g')

/** Formats a number with two significant digits, for computed figures such as correlations and probabilities. */
export const brief = format('.2~g')

/** Returns `p = 0.012`, or `p < 0.001` if p is less. */
export function probability(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${brief(p)}`
}
