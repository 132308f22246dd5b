import { locate } from '../../layout/PlotGrid'
import { type Rect } from '../../layout/Rect'
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
  const [x, y] = [clientX - left, clientY - top]
  const { grid, strips } = model.plots[0].layout
  const { plot } = grid
  const isAbove = holds(strips.tokenProfile?.rect, x, y)
  const isBeside = holds(strips.layerProfile?.rect, x, y)
  const place = locate(
    grid,
    isBeside ? plot.x + plot.width / 2 : x,
    isAbove ? plot.y + plot.height / 2 : y,
  )
  if (place === undefined) return undefined
  const under = {
    columnIndex: firstCell(grid.columns, place.binColumn),
    rowIndex: firstCell(grid.layers, place.binRow),
  }
  const last = store.get()
  const { columnIndex, rowIndex } = last?.matrix === model.plots[0].basis.matrix ? last.cell : under
  const cell = { ...under, ...(isBeside && { columnIndex }), ...(isAbove && { rowIndex }) }
  return { cell, isBeside }
}

function holds(rect: Rect | undefined, x: number, y: number): boolean {
  return (
    rect !== undefined &&
    x >= rect.x &&
    x < rect.x + rect.width &&
    y >= rect.y &&
    y < rect.y + rect.height
  )
}

function firstCell(axis: BinAxis, binIndex: number): number {
  return cellsOfBin(axis, binIndex)[0]
}
