/** A place in a table, 0-based; −1 is the header. */
export interface TablePlace {
  readonly row: number
  readonly column: number
}

/** The number of rows and columns of a table, and the rows of a page. */
interface TableSize {
  readonly rowCount: number
  readonly columnCount: number
  readonly pageRows: number
}

/** Returns the place that a key moves to; undefined if the key moves nothing. */
export function moveInTable(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, column }: TablePlace,
  { rowCount, columnCount, pageRows }: TableSize,
): TablePlace | undefined {
  const far = ctrlKey ? Infinity : 1
  const moves: Readonly<Record<string, readonly [row: number, column: number]>> = {
    ArrowUp: [row - far, column],
    ArrowDown: [row + far, column],
    ArrowLeft: [row, column - far],
    ArrowRight: [row, column + far],
    PageUp: [row - pageRows, column],
    PageDown: [row + pageRows, column],
    Home: [ctrlKey ? 0 : row, 0],
    End: [ctrlKey ? Infinity : row, Infinity],
  }
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined
  if (move === undefined) return undefined
  return {
    row: Math.max(-1, Math.min(rowCount - 1, move[0])),
    column: Math.max(-1, Math.min(columnCount - 1, move[1])),
  }
}
