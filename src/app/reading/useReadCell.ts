import { useSyncExternalStore } from 'react'
import { type Matrix } from '../../tensor/Matrix'
import { type CellStore, type ReadCell } from './CellStore'

/** Returns the cell of this matrix that is being read; undefined if the read cell is in another matrix. */
export function useReadCell(store: CellStore, matrix: Matrix | undefined): ReadCell | undefined {
  const read = useSyncExternalStore(store.subscribe, store.get)
  return read?.matrix === matrix ? read : undefined
}
