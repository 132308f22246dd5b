import { type ReactNode } from 'react'
import { Logo } from '../controls/Logo'
import { ExportMenu } from '../export/ExportMenu'
import { type Exporter } from '../export/useExport'
import { focusFigure } from '../figure/FigurePanel'
import { OpenButton } from '../open/OpenButton'
import { type Sample } from '../open/samples'
import { SamplesMenu } from '../open/SamplesMenu'
import { type NamedBlob } from '../open/useLoader'
import { activeTensor, type AppState } from '../state/AppState'
import { TensorList } from './TensorList'

interface PageHeaderProps {
  readonly state: AppState
  readonly onChoose: (id: number) => void
  readonly onClose: (id: number) => void
  readonly onOpen: (files: readonly NamedBlob[]) => void
  readonly onOpenSample: (sample: Sample) => void
  readonly exporter: Exporter
  readonly onHelp: () => void
}

/** Shows the brand, the tabs of the open tensors, and the buttons to open and export. */
export function PageHeader(props: PageHeaderProps): ReactNode {
  const { state, onChoose, onClose, onOpen, onOpenSample, exporter, onHelp } = props
  const open = activeTensor(state)
  return (
    <header className="header">
      <button type="button" className="button is-primary skip-button" onClick={() => focusFigure()}>
        Skip to the figure
      </button>
      <h1>
        <Logo />
        <span className="wordmark">SimLens</span>
      </h1>
      <TensorList {...state} onChoose={onChoose} onClose={onClose} />
      <div className="header-actions">
        <SamplesMenu onOpen={onOpenSample} />
        <button
          type="button"
          className="button is-quiet"
          aria-label="Keys and help"
          title="Keys and help"
          onClick={onHelp}
        >
          ?
        </button>
        <OpenButton onOpen={onOpen} />
        <ExportMenu open={open} exporter={exporter} />
      </div>
    </header>
  )
}
