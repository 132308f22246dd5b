import { format } from 'd3-format'
import { useEffect, useSyncExternalStore, type Dispatch, type ReactNode } from 'react'
import { grouped } from '../../text/counted'
import { orderProgress, orderRefusals } from '../derive/viewOrders'
import { focusFigure } from '../figure/FigurePanel'
import { type AppAction } from '../state/appReducer'
import { type LoadProgress, type OpenTensor } from '../state/AppState'
import { type View, type ViewSettings } from '../../tensor/View'

interface LoadingBarProps {
  readonly loading: LoadProgress | undefined
  readonly onCancel: () => void
}

const megabytes = format(',.1f')

/** Shows the progress of loading a file: bytes read, byte count, and cells so far. */
export function LoadingBar({ loading, onCancel }: LoadingBarProps): ReactNode {
  if (loading === undefined) return null
  const { fileName, bytesRead, byteCount, cellCount } = loading
  return (
    <ProgressBar
      label={`Reading ${fileName}`}
      max={Math.max(1, byteCount)}
      value={byteCount === 0 && bytesRead > 0 ? undefined : Math.min(bytesRead, byteCount)}
      onCancel={() => {
        onCancel()
        focusFigure({ preventScroll: true })
      }}
    >
      <bdi>{fileName}</bdi>
      {` · ${megabytes(bytesRead / 1e6)}${byteCount === 0 ? '' : ` of ${megabytes(byteCount / 1e6)}`} MB · ${grouped(cellCount)} cells`}
    </ProgressBar>
  )
}

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
    <ProgressBar
      label="Clustering"
      max={1}
      value={share}
      onCancel={() => dispatch({ type: 'view-changed', settings: inSequence })}
    >
      Clustering…
    </ProgressBar>
  )
}

interface ProgressBarProps {
  readonly label: string
  readonly max: number
  /** Finished part of `max`; undefined while it is not known. */
  readonly value: number | undefined
  readonly onCancel: () => void
  readonly children: ReactNode
}

function ProgressBar({ label, max, value, onCancel, children }: ProgressBarProps): ReactNode {
  return (
    <div className="loading">
      <progress aria-label={label} max={max} value={value} />
      <span className="loading-text">{children}</span>
      <button type="button" className="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  )
}

interface SequenceButtonProps {
  readonly view: View
  readonly onChange: (settings: ViewSettings) => void
}

/** Settings that show tokens and layers in sequence order. */
const inSequence = { order: 'position', layer_order: 'position' } as const

/** Restores the sequence order. Shown only if the view has another order. */
export function SequenceButton({ view, onChange }: SequenceButtonProps): ReactNode {
  if (view.order === 'position' && view.layer_order === 'position') return null
  return (
    <button type="button" className="button" onClick={() => onChange(inSequence)}>
      Sequence order
    </button>
  )
}
