import { format } from 'd3-format'

/**
 * Formats a number with four significant digits and a typographic minus, for readers; the readout shows exact values.
 */
export const rounded = format('.4~g')

/** Formats a number with two significant digits, for computed figures such as correlations and probabilities. */
export const brief = format('.2~g')

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
