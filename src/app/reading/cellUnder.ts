import { type PlotModel } from '../../figure/figureModel'
import { locateInPlots } from '../../layout/locateInPlots'
import { cellsOfBin, type BinAxis } from '../../tensor/BinAxis'
import { type MatrixCell } from '../../tensor/binContents'
import { type Reading } from './Reading'

/** A point of the window over a figure, in CSS pixels. */
export interface FigurePoint {
  readonly figure: Element
  readonly clientX: number
  readonly clientY: number
}

export interface UnderPointer {
  readonly plot: PlotModel
  readonly cell: MatrixCell
  /** True if the point is on the layers' profile, where it selects a layer and no token. */
  readonly isBeside: boolean
}

/**
 * Returns the first cell of the bin under a point; undefined if there is none. On a profile, the point selects a column
 * or a row, and the other index is that of the last read cell.
 */
export function cellUnder(
  { figure, clientX, clientY }: FigurePoint,
  { model, store }: Pick<Reading, 'model' | 'store'>,
): UnderPointer | undefined {
  const { left, top } = figure.getBoundingClientRect()
  const found = locateInPlots(model.layout.plots, clientX - left, clientY - top)
  const plot = found && model.plots[found.index]
  if (found === undefined || plot === undefined) return undefined
  const { place, isAbove, isBeside } = found
  const { grid } = plot.layout
  const under = {
    columnIndex: firstCell(grid.columns, place.binColumn),
    rowIndex: firstCell(grid.layers, place.binRow),
  }
  const last = store.get()
  const { columnIndex, rowIndex } = last?.matrix === plot.basis.matrix ? last.cell : under
  const cell = { ...under, ...(isBeside && { columnIndex }), ...(isAbove && { rowIndex }) }
  return { plot, cell, isBeside }
}

function firstCell(axis: BinAxis, binIndex: number): number {
  return cellsOfBin(axis, binIndex)[0]
}
