import { format } from 'd3-format'

/** Four significant digits, with a typographic minus: for people, who find exact values in the readout. */
export const rounded = format('.4~g')

/** Two significant digits: for what was computed about numbers, as correlations and probabilities. */
export const brief = format('.2~g')

/** `p = 0.012`, `p < 0.001`. */
export function probability(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${brief(p)}`
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
