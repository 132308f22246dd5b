import { useSyncExternalStore, type ReactNode } from 'react'
import { type Store } from '../base/Store'

interface LongDescriptionProps {
  readonly store: Store<string | undefined>
  /** Text that is shown until the long description is made. */
  readonly short: string
}

/** Shows the long description of the figure, or the short one until it is made. */
export function LongDescription({ store, short }: LongDescriptionProps): ReactNode {
  return useSyncExternalStore(store.subscribe, store.get) ?? short
}
