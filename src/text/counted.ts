import { format } from 'd3-format'

/** A count, thousands grouped. */
export const grouped = format(',')

/** `1 cell`, `1,200 cells`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${inNumber(count, noun)}`
}

/** As `counted`, with the digits in one piece, as beside lengths and indices of a file: `1200 tokens`. */
export function plainCounted(count: number, noun: string, plural?: string): string {
  return `${count} ${inNumber(count, noun, plural)}`
}

function inNumber(count: number, noun: string, plural = `${noun}s`): string {
  return count === 1 ? noun : plural
}
