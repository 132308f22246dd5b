import { type CSSProperties, type Dispatch, type ReactNode, type RefObject } from 'react'
import { type Choice, type FoundOrigin } from '../../formats/foreign/FoundFile'
import { AxesPanel } from '../arrange/AxesPanel'
import { rememberChoice } from '../arrange/recallChoice'
import { tabPanel } from '../controls/useTabKeys'
import { Dock } from '../dock/Dock'
import { type DockState } from '../dock/useDock'
import { type RunningExport } from '../export/useExport'
import { FigureStack, focusFigure } from '../figure/FigurePanel'
import { type FigureActions } from '../figure/useFigureActions'
import { type PaperFit } from '../figure/shownScale'
import { type PageFigure } from '../figure/useFigure'
import { FindingsPanel } from '../findings/FindingsPanel'
import { type FindingsState } from '../findings/useFindings'
import { PaperStrip } from '../paper/PaperStrip'
import { type CellStore } from '../reading/CellStore'
import { PlaceSettings, useAsked, type AskedPlace } from '../settings/PlaceSettings'
import { SettingsPanel } from '../settings/SettingsPanel'
import { type AppAction } from '../state/appReducer'
import { activeTensor, type AppState, type LoadSource, type OpenTensor } from '../state/AppState'
import { TablePanel } from '../table/TablePanel'
import { windowsOfAreas } from '../zoom/windowsOfAreas'
import { ExportBar, LoadingBar } from './LoadingBar'
import { OrderStatus } from './OrderStatus'
import { Toasts, type ToastsProps } from './Toasts'

interface DeskProps extends Pick<ToastsProps, 'offer' | 'requests'> {
  readonly state: AppState
  readonly dispatch: Dispatch<AppAction>
  readonly figure: PageFigure | undefined
  /** Changes if the figure's elements are to be made again. */
  readonly figureKey: number
  /** Element whose size is measured; the figure is made to fit it. */
  readonly frame: RefObject<HTMLDivElement | null>
  readonly store: CellStore
  readonly actions: FigureActions
  readonly dock: DockState
  readonly findings: FindingsState
  /** False if the page is embedded in another page: the figure is then shown alone. */
  readonly hasPanels: boolean
  readonly onCancel: (source: LoadSource) => void
  readonly running: readonly RunningExport[]
  /** Draws a foreign file's tensor with other axes. */
  readonly onArrange: (open: OpenTensor, choice: Choice) => void
  readonly fit: PaperFit
  readonly onFit: (fit: PaperFit) => void
  readonly onFlick: () => void
}

/** Shows the figure and the dock beside it. */
export function Desk(props: DeskProps): ReactNode {
  const { hasPanels, state, dock } = props
  const open = activeTensor(state)
  const style: CSSProperties & Readonly<Record<'--dock', string>> = { '--dock': `${dock.width}px` }
  return (
    <div className="desk" style={style}>
      <FigureCard {...props} />
      {hasPanels && open ? <DeskDock {...props} open={open} /> : null}
    </div>
  )
}

/** Shows the question about the axes of a foreign file, or else the panel that the reader chose. */
function DeskDock(props: DeskProps & { readonly open: OpenTensor }): ReactNode {
  const { open, dispatch, figure, store, actions, dock, findings, onArrange } = props
  const basis = figure?.model.current.basis
  const { panel, takesFocus, close } = dock
  if (open.found !== undefined && open.hasAxes === true) {
    return <AxesDock asked={open.found} {...{ open, dock, dispatch, onArrange }} />
  }
  if (panel === undefined) return null
  return (
    <Dock key={panel} {...{ dock, panel, takesFocus }} onClose={close}>
      {panel === 'Findings' ? (
        <FindingsPanel
          basis={basis}
          findings={findings}
          onShow={(areas) => {
            if (figure) actions.onZoom(windowsOfAreas(figure.model, open.windows, areas))
            document.querySelector('.figure')?.scrollIntoView({ block: 'nearest' })
          }}
        />
      ) : panel === 'Table' ? (
        figure && <TablePanel key={tableKey(open.id, figure)} model={figure.model} store={store} />
      ) : (
        <SettingsPanel open={open} basis={basis} dispatch={dispatch} />
      )}
    </Dock>
  )
}

/** Returns a key that changes if the rows or columns of the table do, so that it begins again. */
function tableKey(id: number, { model }: PageFigure): string {
  const { queryIndex, axis, tokenOrder, layerOrder } = model.current.basis.matrix
  return [id, queryIndex, axis, tokenOrder?.about, layerOrder?.about].join()
}

interface AxesDockProps extends Pick<DeskProps, 'dock' | 'dispatch' | 'onArrange'> {
  readonly open: OpenTensor
  readonly asked: FoundOrigin
}

/** Asks for the axes of a foreign file in the dock, beside the figure, which is the preview. Closing it is an answer. */
function AxesDock({ open, asked, dock, dispatch, onArrange }: AxesDockProps): ReactNode {
  const onClose = (): void => {
    rememberChoice(asked)
    dispatch({ type: 'axes-shown', isShown: false })
    focusFigure({ preventScroll: true })
  }
  return (
    <Dock dock={dock} panel="Axes" takesFocus={false} onClose={onClose}>
      <AxesPanel
        key={open.id}
        found={asked}
        onChange={(choice) => onArrange(open, choice)}
        onClose={onClose}
      />
    </Dock>
  )
}

/** Shows the figure in its frame, and what concerns it above. */
function FigureCard(props: DeskProps): ReactNode {
  const { state, dispatch, figure, frame, store, actions, findings } = props
  const { hasPanels, onCancel, fit, onFit, onFlick } = props
  const open = activeTensor(state)
  // A page that is embedded has no controls.
  const onText = hasPanels ? actions.onText : undefined
  const isOnPaper = figure?.model.size.paper !== undefined
  const [asked, setAsked] = useAsked(open)
  return (
    <div className={isOnPaper ? 'card has-paper' : 'card'} {...(hasPanels && tabPanel(open?.id))}>
      <div className="progress-bars">
        {state.loading.map((load) => (
          <LoadingBar
            key={load.source}
            load={load}
            waiting={load.source === 'reader' ? state.waiting : undefined}
            onCancel={() => onCancel(load.source)}
          />
        ))}
        {props.running.map((running, index) => (
          <ExportBar key={index} {...running} />
        ))}
        {open && <OrderStatus {...{ open, figure, dispatch }} />}
      </div>
      <Toasts {...props} />
      {hasPanels && open && figure ? (
        <PaperStrip {...{ figure, fit, onFit, dispatch }} view={open.view} />
      ) : null}
      <div className="frame-place">
        <div className="frame" ref={frame}>
          {open && figure && (
            <FigureStack
              key={props.figureKey}
              {...{ open, figure, store, findings, ...actions, onText, onFlick }}
              onPlace={setAsked}
            />
          )}
        </div>
      </div>
      <AskedSettings
        {...{ asked, open, figure }}
        dispatch={actions.dispatch}
        onClose={() => setAsked(undefined)}
      />
    </div>
  )
}

interface AskedSettingsProps extends Pick<DeskProps, 'figure' | 'dispatch'> {
  readonly asked: AskedPlace | undefined
  readonly open: OpenTensor | undefined
  readonly onClose: () => void
}

function AskedSettings({ asked, figure, open, ...rest }: AskedSettingsProps): ReactNode {
  if (asked === undefined || open === undefined || figure === undefined) return null
  const { basis } = figure.model.plots[0]
  return <PlaceSettings key={asked.key} {...{ asked, open, basis, ...rest }} />
}
