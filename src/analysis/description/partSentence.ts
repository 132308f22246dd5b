import { format } from 'd3-format'
import { type Matrix } from '../../tensor/Matrix'
import { cellsInWindow, isZoomed, type Windows } from '../../tensor/Windows'
import { counted, grouped } from '../../text/counted'

/**
 * Returns the sentence that states which part of a matrix its figure shows, and that the other sentences are about the
 * whole; nothing if the figure shows all of it.
 */
export function partSentence(
  { columnCount, layerCount }: Matrix,
  windows: Windows = {},
): readonly string[] {
  if (!isZoomed(windows)) return []
  const [firstColumn, endColumn] = cellsInWindow(windows.columns, columnCount)
  const [firstRow, endRow] = cellsInWindow(windows.layers, layerCount)
  const columns = endColumn - firstColumn
  const rows = endRow - firstRow
  const share = (columns / columnCount) * (rows / layerCount)
  const parts = [
    ...(columns < columnCount ? [`${grouped(columns)} of ${counted(columnCount, 'column')}`] : []),
    ...(rows < layerCount ? [`${grouped(rows)} of ${counted(layerCount, 'row')}`] : []),
  ]
  if (parts.length === 0) return []
  return [
    `The figure is zoomed in to ${parts.join(' and ')}, ${format('.2~r')(100 * share)} % of the cells; values, counts and findings are those of all of them.`,
  ]
}
