import { type PlotModel } from '../../figure/plotModel'
import { useSyncExternalStore } from 'react'
import { type FigureModel } from '../../figure/figureModel'
import { type MatrixCell } from '../../tensor/binContents'
import { type Matrix } from '../../tensor/Matrix'
import { createStore, type Store } from '../base/Store'

/** The cell that is being read. It is kept when the pointer leaves the figure, so that its value can be copied. */
export interface ReadCell {
  /** The cell stands for the bin that contains it, at any zoom. */
  readonly cell: MatrixCell
  /** The matrix of the cell. The cell is not valid in another matrix. */
  readonly matrix: Matrix
  /** True if the pointer or the focus is on the cell now, so that crosshair and tooltip are shown. */
  readonly isShown: boolean
}

/** The tokens that a search found, and the matrix in which it searched. */
export interface FoundTokens {
  readonly matrix: Matrix
  /** 0-based indices in the query's list, ascending. */
  readonly tokens: readonly number[]
}

/**
 * Holds the read cell and the found tokens outside React's state: a change renders only the overlay, the tooltip, the
 * readout and the overview.
 */
export interface CellStore extends Store<ReadCell | undefined> {
  readonly found: Store<FoundTokens | undefined>
}

export function createCellStore(): CellStore {
  return {
    ...createStore<ReadCell | undefined>(undefined, isSameRead),
    found: createStore<FoundTokens | undefined>(undefined),
  }
}

export function isSameCell(a: MatrixCell, b: MatrixCell | undefined): boolean {
  return a.columnIndex === b?.columnIndex && a.rowIndex === b.rowIndex
}

function isSameRead(a: ReadCell | undefined, b: ReadCell | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.isShown === b.isShown && a.matrix === b.matrix && isSameCell(a.cell, b.cell)
}

/** A cell that is being read, and the plot that it is in. */
interface ReadPlotCell extends ReadCell {
  readonly plot: PlotModel
}

/** Returns the cell of this figure that is being read; undefined if the read cell is in another figure. */
export function useReadCell(
  store: CellStore,
  model: FigureModel | undefined,
): ReadPlotCell | undefined {
  const read = useSyncExternalStore(store.subscribe, store.get)
  const plot = model?.plots.find(({ basis }) => basis.matrix === read?.matrix)
  return read && plot && { ...read, plot }
}
