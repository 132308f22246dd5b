import { useEffect, useSyncExternalStore, type Dispatch, type ReactNode } from 'react'
import { orderProgress, orderRefusals } from '../derive/viewOrders'
import { type OpenTensor } from '../state/AppState'
import { type AppAction } from '../state/appReducer'
import { inSequence } from '../controls/SequenceButton'

interface OrderStatusProps {
  readonly open: OpenTensor
  readonly dispatch: Dispatch<AppAction>
}

/** Shows the progress of a clustering. If an order cannot be made, adds the reason to the page's messages. */
export function OrderStatus({ open, dispatch }: OrderStatusProps): ReactNode {
  const share = useSyncExternalStore(orderProgress.subscribe, orderProgress.get)
  const refusal = orderRefusals({ displayed: open, settings: open.view }).join(' ')
  // The page's messages stay until they are read and dismissed.
  useEffect(() => {
    if (refusal !== '') dispatch({ type: 'noticed', notices: [refusal] })
  }, [refusal, dispatch])
  if (share === undefined) return null
  return (
    <div className="loading">
      <progress aria-label="Clustering" value={share} />
      <span className="loading-text">Clustering…</span>
      <button
        type="button"
        className="button"
        onClick={() => dispatch({ type: 'view-changed', settings: inSequence })}
      >
        Cancel
      </button>
    </div>
  )
}
