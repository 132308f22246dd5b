import { type BinPlace } from '../../layout/PlotGrid'
import { type Bins } from '../../tensor/Bins'

/** The cell that is being read. It survives the pointer's leaving, so that its value can be copied. */
export interface ReadCell {
  readonly place: BinPlace
  /** The bins that `place` belongs to: under others it is no cell. */
  readonly bins: Bins
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
      if (isSameCell(cell, next)) return
      cell = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function isSamePlace(a: BinPlace, b: BinPlace | undefined): boolean {
  return a.binColumn === b?.binColumn && a.binRow === b.binRow
}

function isSameCell(a: ReadCell | undefined, b: ReadCell | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.isShown === b.isShown && a.bins === b.bins && isSamePlace(a.place, b.place)
}
