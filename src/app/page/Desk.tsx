import { useMemo, type Dispatch, type ReactNode, type RefObject } from 'react'
import { type PinnedIndex } from '../../tensor/View'
import { type Windows } from '../../tensor/Windows'
import { tabPanel } from '../controls/useTabKeys'
import { Dock } from '../dock/Dock'
import { type DockState } from '../dock/useDock'
import { FigureStack } from '../figure/FigurePanel'
import { type PaperFit } from '../figure/paperScale'
import { type OnText } from '../figure/TextEditors'
import { type PageFigure } from '../figure/useFigure'
import { FindingsPanel } from '../findings/FindingsPanel'
import { type FindingsState } from '../findings/useFindings'
import { PaperStrip } from '../paper/PaperStrip'
import { type CellStore } from '../reading/CellStore'
import { type LineSettings } from '../reading/Reading'
import { SettingsPanel } from '../settings/SettingsPanel'
import { type AppAction } from '../state/appReducer'
import { activeTensor, type AppState } from '../state/AppState'
import { windowsOfAreas } from '../zoom/windowsOfAreas'
import { LoadingBar } from './LoadingBar'
import { OrderStatus } from './OrderStatus'

interface DeskProps {
  readonly state: AppState
  readonly dispatch: Dispatch<AppAction>
  readonly figure: PageFigure | undefined
  /** Element whose size is measured; the figure is made to fit it. */
  readonly frame: RefObject<HTMLDivElement | null>
  readonly store: CellStore
  readonly actions: FigureActions
  readonly dock: DockState
  readonly findings: FindingsState
  /** False if the page is embedded in another page: the figure is then shown alone. */
  readonly hasPanels: boolean
  readonly onCancel: () => void
  readonly fit: PaperFit
  readonly onFit: (fit: PaperFit) => void
}

const UNZOOMED: { readonly windows: Windows } = { windows: {} }

/** Shows the figure and the dock beside it. */
export function Desk(props: DeskProps): ReactNode {
  const { state, dispatch, figure, actions, dock, findings, hasPanels } = props
  const open = activeTensor(state)
  const { windows } = open ?? UNZOOMED
  const basis = figure?.model.plots[0].basis
  const { panel } = dock
  return (
    <div className="desk">
      <FigureCard {...props} />
      {hasPanels && open && panel !== undefined ? (
        <Dock key={panel} dock={dock} panel={panel}>
          {panel === 'Findings' ? (
            <FindingsPanel
              basis={basis}
              findings={findings}
              onShow={(areas) => {
                if (figure) actions.onZoom(windowsOfAreas(figure.model, windows, areas))
                document.querySelector('.figure')?.scrollIntoView({ block: 'nearest' })
              }}
            />
          ) : (
            <SettingsPanel open={open} basis={basis} dispatch={dispatch} />
          )}
        </Dock>
      ) : null}
    </div>
  )
}

/** Shows the figure in its frame, and what concerns it above. */
function FigureCard(props: DeskProps): ReactNode {
  const { state, dispatch, figure, frame, store, actions, findings } = props
  const { hasPanels, onCancel, fit, onFit } = props
  const open = activeTensor(state)
  const { windows } = open ?? UNZOOMED
  // A page that is embedded has no controls.
  const onText = hasPanels ? actions.onText : undefined
  const isOnPaper = figure?.model.size.paper !== undefined
  return (
    <div className={isOnPaper ? 'card has-paper' : 'card'} {...(hasPanels && tabPanel(open?.id))}>
      <LoadingBar loading={state.loading} onCancel={onCancel} />
      {open && <OrderStatus open={open} dispatch={dispatch} />}
      {hasPanels && open && figure ? (
        <PaperStrip {...{ figure, fit, onFit, dispatch }} view={open.view} />
      ) : null}
      <div className="frame-place">
        <div className="frame" ref={frame}>
          {figure && <FigureStack {...{ figure, store, windows, findings, ...actions, onText }} />}
        </div>
      </div>
    </div>
  )
}

/** The reader's actions on the figure itself. */
interface FigureActions {
  readonly onPin: (cell: PinnedIndex | undefined) => void
  readonly onLines: (lines: LineSettings) => void
  readonly onZoom: (windows: Windows) => void
  /** Changes texts of the figure. */
  readonly onText: OnText
}

/**
 * Returns the actions on the figure. While a new tensor's figure is being made (`isCurrent` is false), they do nothing,
 * since the shown figure is of another tensor.
 */
export function useFigureActions(dispatch: Dispatch<AppAction>, isCurrent: boolean): FigureActions {
  return useMemo(() => {
    const act = (action: AppAction): void => {
      if (isCurrent) dispatch(action)
    }
    return {
      onPin: (cell) => act({ type: 'cell-pinned', cell }),
      onLines: (settings) => act({ type: 'view-changed', settings }),
      onZoom: (windows) => act({ type: 'zoomed', windows }),
      onText: (key, text) =>
        act(
          text === undefined
            ? { type: 'setting-reset', key }
            : { type: 'view-changed', settings: { [key]: text } },
        ),
    }
  }, [dispatch, isCurrent])
}
