import { useEffect, useSyncExternalStore, type Dispatch, type ReactNode } from 'react'
import { orderProgress, orderRefusals } from '../derive/viewOrders'
import { type OpenTensor } from '../state/AppState'
import { type AppAction } from '../state/appReducer'
import { inSequence } from '../controls/SequenceButton'

interface OrderStatusProps {
  readonly open: OpenTensor
  readonly dispatch: Dispatch<AppAction>
}

/** How far a clustering has come, and why an order cannot be had. */
export function OrderStatus({ open, dispatch }: OrderStatusProps): ReactNode {
  const share = useSyncExternalStore(orderProgress.subscribe, orderProgress.get)
  const refusal = orderRefusals({ displayed: open, settings: open.view }).join(' ')
  // Among the page's messages it can be read, and dismissed.
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
