import { type Area } from '../../analysis/findings/Finding'
import { type FigureModel } from '../../figure/figureModel'
import { cellMarkRect } from '../../layout/PlotGrid'
import { type Rect } from '../../layout/Rect'
import { type BinAxis } from '../../tensor/BinAxis'
import { columnOfToken, rowOfLayer } from '../../tensor/Matrix'

/** Returns the rectangles of the visible areas in the figure. Areas in the same bin share one rectangle. */
export function areaRects(
  { plots: [{ basis, layout }] }: FigureModel,
  areas: readonly Area[],
): readonly Rect[] {
  const { columns, layers, plot } = layout.grid
  const places = new Map<string, Rect>()
  for (const { layerIndex, tokenIndex } of areas) {
    const cell = {
      columnIndex:
        tokenIndex === undefined ? firstCell(columns) : columnOfToken(basis.matrix, tokenIndex),
      rowIndex: layerIndex === undefined ? firstCell(layers) : rowOfLayer(basis.matrix, layerIndex),
    }
    const rect = cellMarkRect(layout.grid, cell)
    if (rect === undefined) continue
    const { x, width } = tokenIndex === undefined ? plot : rect
    const { y, height } = layerIndex === undefined ? plot : rect
    places.set(`${x},${y}`, { x, y, width, height })
  }
  return [...places.values()]
}

function firstCell({ firstBin, cellsPerBin }: BinAxis): number {
  return firstBin * cellsPerBin
}
