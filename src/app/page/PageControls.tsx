import { type Dispatch, type ReactNode } from 'react'
import { type Windows } from '../../tensor/Windows'
import { AxesPanel } from '../arrange/AxesPanel'
import { rememberChoice } from '../arrange/recallChoice'
import { type Exporter } from '../export/useExport'
import { focusFigure } from '../figure/FigurePanel'
import { type PageFigure } from '../figure/useFigure'
import { type FindingsState } from '../findings/useFindingsPanel'
import { type Loader } from '../open/useLoader'
import { type CellStore } from '../reading/CellStore'
import { type SettingsState } from '../settings/useSettingsPanel'
import { type AppAction } from '../state/appReducer'
import { activeTensor, type AppState } from '../state/AppState'
import { PageHeader } from './PageHeader'
import { Toolbar } from './Toolbar'

interface PageControlsProps {
  readonly state: AppState
  readonly dispatch: Dispatch<AppAction>
  readonly loader: Loader
  readonly figure: PageFigure | undefined
  readonly hasBins: boolean
  readonly store: CellStore
  readonly settings: SettingsState
  readonly findings: FindingsState
  readonly onZoom: (windows: Windows) => void
  readonly exporter: Exporter
  readonly onHelp: () => void
}

/** Shows the header and the toolbar. An embedded page leaves them out. */
export function PageControls(props: PageControlsProps): ReactNode {
  const { state, dispatch, loader, figure, hasBins, store, settings, findings } = props
  const { onZoom, exporter, onHelp } = props
  const open = activeTensor(state)
  const hasAxes = open?.hasAxes === true
  const showAxes = (isShown: boolean): void => dispatch({ type: 'axes-shown', isShown })
  return (
    <>
      <PageHeader
        state={state}
        onChoose={(id) => dispatch({ type: 'tensor-chosen', id })}
        onClose={(id) => dispatch({ type: 'tensor-closed', id })}
        onOpen={loader.open}
        onOpenSample={(sample) => loader.open([sample.open()])}
        exporter={exporter}
        onHelp={onHelp}
      />
      {open && (
        <Toolbar
          {...{ open, figure, hasBins, store, findings, onZoom, hasAxes }}
          panel={settings}
          onAxes={() => showAxes(!hasAxes)}
          onChange={(changed) => dispatch({ type: 'view-changed', settings: changed })}
        />
      )}
      {open?.found && hasAxes ? (
        <AxesPanel
          key={open.id}
          found={open.found}
          onChange={(choice) => loader.arrange(open, choice)}
          onClose={() => {
            if (open.found !== undefined) rememberChoice(open.found)
            showAxes(false)
            focusFigure({ preventScroll: true })
          }}
        />
      ) : null}
    </>
  )
}
