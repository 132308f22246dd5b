import { type MatrixCell } from '../../tensor/binContents'
import { type Matrix } from '../../tensor/Matrix'
import { createStore, type Store } from '../base/Store'

/** The cell that is being read. It survives the pointer's leaving, so that its value can be copied. */
export interface ReadCell {
  /** Stands for its bin, whatever the zoom. */
  readonly cell: MatrixCell
  /** The matrix that the cell belongs to: in another it is no cell. */
  readonly matrix: Matrix
  /** Whether crosshair and tooltip are shown: the pointer or the focus is on the cell now. */
  readonly isShown: boolean
}

/** Holds the read cell: moving it renders the overlay, the tooltip and the readout only. */
export type CellStore = Store<ReadCell | undefined>

export function createCellStore(): CellStore {
  return createStore<ReadCell | undefined>(undefined, isSameRead)
}

export function isSameCell(a: MatrixCell, b: MatrixCell | undefined): boolean {
  return a.columnIndex === b?.columnIndex && a.rowIndex === b.rowIndex
}

function isSameRead(a: ReadCell | undefined, b: ReadCell | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.isShown === b.isShown && a.matrix === b.matrix && isSameCell(a.cell, b.cell)
}
