import { useSyncExternalStore } from 'react'
import { type Bins } from '../../tensor/Bins'
import { type CellStore, type ReadCell } from './CellStore'

/** The cell that is being read among these bins; one read among others is none. */
export function useReadCell(store: CellStore, bins: Bins | undefined): ReadCell | undefined {
  const read = useSyncExternalStore(store.subscribe, store.get)
  return read?.bins === bins ? read : undefined
}
