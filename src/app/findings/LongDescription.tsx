import { useSyncExternalStore, type ReactNode } from 'react'
import { type Store } from '../base/Store'

interface LongDescriptionProps {
  readonly store: Store<string | undefined>
  /** Stands there until the long one is made. */
  readonly short: string
}

/** The description of the figure as far as it is known. */
export function LongDescription({ store, short }: LongDescriptionProps): ReactNode {
  return useSyncExternalStore(store.subscribe, store.get) ?? short
}
