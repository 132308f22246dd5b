import { useEffect, useSyncExternalStore, type Dispatch, type ReactNode } from 'react'
import { type View, type ViewSettings } from '../../tensor/View'
import { orderProgress, orderRefusals } from '../derive/viewOrders'
import { type AppAction } from '../state/appReducer'
import { type OpenTensor } from '../state/AppState'
import { ProgressBar } from './LoadingBar'

interface OrderStatusProps {
  readonly open: OpenTensor
  readonly dispatch: Dispatch<AppAction>
}

/** Settings that show tokens and layers in sequence order. */
const inSequence = { order: 'position', layer_order: 'position' } as const

/** Shows the progress of a clustering, or of an alignment. If an order cannot be made, adds the reason to the page's messages. */
export function OrderStatus({ open, dispatch }: OrderStatusProps): ReactNode {
  const share = useSyncExternalStore(orderProgress.subscribe, orderProgress.get)
  const refusal = orderRefusals({ displayed: open, settings: open.view }).join(' ')
  // The page's messages stay until they are read and dismissed.
  useEffect(() => {
    if (refusal !== '') dispatch({ type: 'noticed', notices: [refusal] })
  }, [refusal, dispatch])
  if (share === undefined) return null
  const { view } = open
  const isCluster = view.order === 'cluster' || view.layer_order === 'cluster'
  const name = isCluster ? 'Clustering' : 'Aligning'
  const settings = { ...inSequence, ...(view.axis === 'aligned' && { axis: 'position' as const }) }
  return (
    <ProgressBar
      label={name}
      max={1}
      value={share}
      onCancel={() => dispatch({ type: 'view-changed', settings })}
    >
      {`${name}…`}
    </ProgressBar>
  )
}

interface SequenceButtonProps {
  readonly view: View
  readonly onChange: (settings: ViewSettings) => void
}

/** Restores the sequence order. Shown only if the view has another order. */
export function SequenceButton({ view, onChange }: SequenceButtonProps): ReactNode {
  if (view.order === 'position' && view.layer_order === 'position') return null
  return (
    <button type="button" className="button" onClick={() => onChange(inSequence)}>
      Sequence order
    </button>
  )
}
