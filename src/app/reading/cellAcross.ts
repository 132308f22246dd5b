import { type FigureModel } from '../../figure/figureModel'
import { type Rect } from '../../layout/PlotGrid'
import { type PlotCell } from './Reading'

const SIDES: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * Returns the cell to which an arrow key moves from a cell at the edge of a panel: the nearest one of the next panel on
 * that side. Undefined for other keys, and if there is no panel with cells.
 */
export function cellAcross(
  { plots }: FigureModel,
  { plot, cell }: PlotCell,
  key: string,
): PlotCell | undefined {
  const [right, down] = SIDES[key] ?? [0, 0]
  const from = plot.layout.grid
  const ahead = plots.flatMap((each) => {
    const { grid } = each.layout
    const distance = right * (grid.plot.x - from.plot.x) + down * (grid.plot.y - from.plot.y)
    const isBeside = right === 0 ? grid.plot.x === from.plot.x : areInOneRow(grid.plot, from.plot)
    const hasCells = grid.columns.cellCount * grid.layers.cellCount > 0
    return hasCells && isBeside && distance > 0 ? [{ each, grid, distance }] : []
  })
  if (ahead.length === 0) return undefined
  const next = ahead.reduce((best, other) => (other.distance < best.distance ? other : best))
  const { columns, layers, isUpward } = next.grid
  const lastColumn = columns.cellCount - 1
  const lastRow = layers.cellCount - 1
  const isToFirst = right > 0 || (down !== 0 && down > 0 !== isUpward)
  return {
    plot: next.each,
    cell: {
      columnIndex:
        right === 0 ? Math.min(cell.columnIndex, lastColumn) : isToFirst ? 0 : lastColumn,
      rowIndex: down === 0 ? Math.min(cell.rowIndex, lastRow) : isToFirst ? 0 : lastRow,
    },
  }
}

function areInOneRow(a: Rect, b: Rect): boolean {
  return a.y < b.y + b.height && b.y < a.y + a.height
}
