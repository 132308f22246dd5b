import { format } from 'd3-format'
import { type ReactNode } from 'react'
import { counted, grouped } from '../../text/counted'
import { focusFigure } from '../figure/FigurePanel'
import { type RunningExport } from '../export/useExport'
import { type LoadProgress, type WaitingFiles } from '../state/AppState'

interface LoadingBarProps {
  readonly load: LoadProgress
  readonly waiting: WaitingFiles | undefined
  readonly onCancel: () => void
}

const megabytes = format(',.1f')
const percent = format('.0%')

/**
 * Shows the progress of files: which one is read and which ones wait, bytes read, byte count, and cells so far; or that
 * of making a tensor. Cancel ends the drop of the file that is shown.
 */
export function LoadingBar({ load, waiting, onCancel }: LoadingBarProps): ReactNode {
  const { fileName, fileIndex, fileCount, bytesRead, byteCount, cellCount, share } = load
  const next = waiting && (waiting.count === 1 ? waiting.name : counted(waiting.count, 'file'))
  const place = fileCount === 1 ? '' : ` (${grouped(fileIndex + 1)} of ${grouped(fileCount)})`
  const then =
    next === undefined ? null : (
      <>
        , then <bdi>{next}</bdi>
      </>
    )
  const cancel = (): void => {
    onCancel()
    focusFigure({ preventScroll: true })
  }
  if (share !== undefined) {
    return (
      // A share of 0 is also that of work that cannot be measured.
      <ProgressBar
        label={`Making ${fileName}`}
        max={1}
        value={share || undefined}
        onCancel={cancel}
      >
        Making <bdi>{fileName}</bdi>
        {then}
      </ProgressBar>
    )
  }
  return (
    <ProgressBar
      label={`Reading ${fileName}`}
      max={Math.max(1, byteCount)}
      value={byteCount === 0 && bytesRead > 0 ? undefined : Math.min(bytesRead, byteCount)}
      onCancel={cancel}
    >
      <bdi>{fileName}</bdi>
      {place}
      {then}
      {` · ${megabytes(bytesRead / 1e6)}${byteCount === 0 ? '' : ` of ${megabytes(byteCount / 1e6)}`} MB · ${grouped(cellCount)} cells`}
    </ProgressBar>
  )
}

/** Shows the progress of an export that takes long. */
export function ExportBar({ share, cancel }: RunningExport): ReactNode {
  return (
    <ProgressBar label="Making the file" max={1} value={share} onCancel={cancel}>
      {share === undefined || share === 1
        ? 'Making the file…'
        : `Packing the tensor: ${percent(share)}`}
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

/** Shows the progress of work that takes long, with a button to cancel it. */
export function ProgressBar(props: ProgressBarProps): ReactNode {
  const { label, max, value, onCancel, children } = props
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
