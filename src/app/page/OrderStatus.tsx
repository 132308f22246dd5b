import { useEffect, useSyncExternalStore, type Dispatch, type ReactNode } from 'react'
import { type FigureBasis } from '../../figure/figureBasis'
import { inOwnWords } from '../../tensor/Axes'
import { type View, type ViewSettings } from '../../tensor/View'
import { orderProgress, orderRefusals } from '../derive/viewOrders'
import { type PageFigure } from '../figure/useFigure'
import { type AppAction } from '../state/appReducer'
import { type OpenTensor } from '../state/AppState'
import { ProgressBar } from './LoadingBar'

interface OrderStatusProps {
  readonly open: OpenTensor
  /** The figure that is shown, which may still be that of another view. */
  readonly figure?: PageFigure | undefined
  readonly dispatch: Dispatch<AppAction>
}

/** Settings that show tokens and layers in sequence order. */
const inSequence = { order: 'position', layer_order: 'position' } as const

/** Shows the progress of a clustering, or of an alignment. If an order cannot be made, adds the reason to the page's messages. */
export function OrderStatus({ open, figure, dispatch }: OrderStatusProps): ReactNode {
  const share = useSyncExternalStore(orderProgress.subscribe, orderProgress.get)
  const refusal = refusalsOf(open, figure?.model.current.basis).join(' ')
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

const BY_ONE =
  'An order by one layer or token is that of a single query: rows that are queries stay in sequence.'

/** Returns a sentence for each order of the view that the figure does not have. */
function refusalsOf(open: OpenTensor, basis: FigureBasis | undefined): readonly string[] {
  const { tensor, view } = open
  if (view.rows !== 'query') return orderRefusals({ displayed: open, settings: view })
  const isByOne = view.order.includes(':') || view.layer_order.includes(':')
  return [
    ...(isByOne ? [inOwnWords(BY_ONE, tensor)] : []),
    ...(basis?.tensor.atLayer ? orderRefusals({ ...basis, settings: basis.view }) : []),
  ]
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
