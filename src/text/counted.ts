import { format } from 'd3-format'

/** Returns a count with its thousands grouped: `1,200`. */
export const grouped = format(',')

/** Returns a count with its noun: `1 cell`, `1,200 cells`. `plural` defaults to `noun` with an s. */
export function counted(count: number, noun: string, plural?: string): string {
  return `${grouped(count)} ${inNumber(count, noun, plural)}`
}

/**
 * Returns a count with its noun, without grouping, for use beside lengths and indices of a file: `1200 tokens`.
 * `plural` defaults to `noun` with an s.
 */
export function plainCounted(count: number, noun: string, plural?: string): string {
  return `${count} ${inNumber(count, noun, plural)}`
}

function inNumber(count: number, noun: string, plural = `${noun}s`): string {
  return count === 1 ? noun : plural
}
