import { format } from 'd3-format'
import { type ReactNode } from 'react'
import { grouped } from '../../text/counted'
import { focusFigure } from '../figure/FigurePanel'
import { type LoadProgress } from '../state/AppState'

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
    <div className="loading">
      <progress
        aria-label={`Reading ${fileName}`}
        max={Math.max(1, byteCount)}
        value={byteCount === 0 && bytesRead > 0 ? undefined : Math.min(bytesRead, byteCount)}
      />
      <span className="loading-text">
        <bdi>{fileName}</bdi>
        {` · ${megabytes(bytesRead / 1e6)}${byteCount === 0 ? '' : ` of ${megabytes(byteCount / 1e6)}`} MB · ${grouped(cellCount)} cells`}
      </span>
      <button
        type="button"
        className="button"
        onClick={() => {
          onCancel()
          focusFigure({ preventScroll: true })
        }}
      >
        Cancel
      </button>
    </div>
  )
}
