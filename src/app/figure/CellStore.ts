import { type MatrixCell } from '../../tensor/binContents'
import { type Matrix } from '../../tensor/Matrix'

/** The cell that is being read. It survives the pointer's leaving, so that its value can be copied. */
export interface ReadCell {
  /** Stands for its bin, whatever the zoom. */
  readonly cell: MatrixCell
  /** The matrix that the cell belongs to: in another it is no cell. */
  readonly matrix: Matrix
  /** Whether crosshair and tooltip are shown: the pointer or the focus is on the cell now. */
  readonly isShown: boolean
}

/**
 * Holds the read cell outside React's state: moving it renders the overlay, the tooltip and the readout, and nothing
 * that grows with the tensor.
 */
export interface CellStore {
  readonly get: () => ReadCell | undefined
  readonly set: (cell: ReadCell | undefined) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createCellStore(): CellStore {
  let cell: ReadCell | undefined
  const listeners = new Set<() => void>()
  return {
    get: () => cell,
    set: (next) => {
      if (isSameRead(cell, next)) return
      cell = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function isSameCell(a: MatrixCell, b: MatrixCell | undefined): boolean {
  return a.columnIndex === b?.columnIndex && a.layerIndex === b.layerIndex
}

function isSameRead(a: ReadCell | undefined, b: ReadCell | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.isShown === b.isShown && a.matrix === b.matrix && isSameCell(a.cell, b.cell)
}
