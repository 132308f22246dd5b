import { type Area } from '../../analysis/findings/Finding'
import { type FigureModel } from '../../figure/figureModel'
import { placeOfCell } from '../../layout/PlotGrid'
import { columnOfToken, rowOfLayer } from '../../tensor/Matrix'
import { withoutAbsent, type Windows } from '../../tensor/Windows'
import { centerOn, reveal, zoomLimits } from './zoomLimits'

/** Least width in CSS pixels of a column with a label of its own. */
const LABELLED_COLUMN = 16

/**
 * Returns windows in which areas are visible. For a single area, the columns are zoomed until its column can have a
 * label. For any other number of areas, the windows stay if all areas are in view, else the whole figure is shown.
 */
export function windowsOfAreas(
  { current: { basis }, layout }: FigureModel,
  windows: Windows,
  areas: readonly Area[],
): Windows {
  const { columns, layers, plot } = layout.grid
  const [first] = areas
  if (areas.length !== 1 || first === undefined) {
    const isVisible = areas.every(({ layerIndex, tokenIndex }) =>
      placeOfCell(layout.grid, {
        rowIndex:
          layerIndex === undefined ? Math.ceil(layers.start) : rowOfLayer(basis.matrix, layerIndex),
        columnIndex:
          tokenIndex === undefined
            ? Math.ceil(columns.start)
            : columnOfToken(basis.matrix, tokenIndex),
      }),
    )
    return isVisible ? windows : {}
  }
  const { layerIndex, tokenIndex } = first
  const column = tokenIndex === undefined ? undefined : columnOfToken(basis.matrix, tokenIndex)
  const row = rowOfLayer(basis.matrix, layerIndex ?? 0)
  const limits = zoomLimits(columns.cellCount, plot.width)
  const span = Math.floor(plot.width / LABELLED_COLUMN)
  return withoutAbsent({
    columns:
      column === undefined
        ? windows.columns
        : columns.cellCount <= span
          ? reveal(windows.columns, [column, column + 1], limits)
          : centerOn(windows.columns, column, span, limits),
    layers:
      layerIndex === undefined
        ? windows.layers
        : reveal(windows.layers, [row, row + 1], zoomLimits(layers.cellCount, plot.height)),
  })
}
