/** Most lines that are told apart by their colors. */
const MOST_LINES = 8

/** The lines with one more, or without it where it was there; the oldest makes room. */
export function withLine(lines: readonly number[] = [], index: number): number[] {
  return lines.includes(index)
    ? lines.filter((line) => line !== index)
    : [...lines, index].slice(-MOST_LINES)
}
