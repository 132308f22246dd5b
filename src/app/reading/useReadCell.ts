import { useSyncExternalStore } from 'react'
import { type Matrix } from '../../tensor/Matrix'
import { type CellStore, type ReadCell } from './CellStore'

/** The cell of this matrix that is being read; one read in another is none. */
export function useReadCell(store: CellStore, matrix: Matrix | undefined): ReadCell | undefined {
  const read = useSyncExternalStore(store.subscribe, store.get)
  return read?.matrix === matrix ? read : undefined
}
