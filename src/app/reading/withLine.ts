/** Most lines that can be distinguished by their colors. */
const MOST_LINES = 8

/**
 * Returns the lines with `index` added, or removed if it was there. If there are too many, the oldest line is removed.
 */
export function withLine(lines: readonly number[] = [], index: number): number[] {
  return lines.includes(index)
    ? lines.filter((line) => line !== index)
    : [...lines, index].slice(-MOST_LINES)
}
