import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  type Dispatch,
  type ReactNode,
} from 'react'
import { type FigureSize } from '../../layout/LayoutInput'
import { isTensorError } from '../../tensor/TensorError'
import { type JobClient } from '../../worker/JobClient'
import { useMediaQuery } from '../base/useMediaQuery'
import { flick } from '../compare/flick'
import { useCompare } from '../compare/useCompare'
import { usePaintedMark } from '../derive/afterFigure'
import { useWarmWorker, WorkContext } from '../derive/Work'
import { useDock } from '../dock/useDock'
import { useExport } from '../export/useExport'
import { type PaperFit } from '../figure/shownScale'
import { useFigure, type PageFigure, isFigureOf } from '../figure/useFigure'
import { useFigureActions } from '../figure/useFigureActions'
import { useFigureKey } from '../figure/useFigureKey'
import { useSize, type Room } from '../figure/useSize'
import { useFindings } from '../findings/useFindings'
import { DropTarget } from '../open/DropTarget'
import { useRequests } from '../open/RequestBar'
import { useAddress } from '../open/useAddress'
import { useLoader } from '../open/useLoader'
import { createCellStore, type CellStore } from '../reading/CellStore'
import { Readout } from '../reading/Readout'
import { keepSettings, keptSettings } from '../settings/keptSettings'
import { appReducer, type AppAction } from '../state/appReducer'
import { activeTensor, initialState, type AppState, type OpenTensor } from '../state/AppState'
import { Announcer } from './Announcer'
import { Desk } from './Desk'
import { HelpDialog, useHelpKey } from './HelpDialog'
import { PageControls } from './PageControls'
import { usePaperSheet } from './usePaperSheet'

interface AppProps {
  /** Client of the page's workers, shared by the whole page. */
  readonly jobs: JobClient
}

/** Shows the whole page. Its state begins with the settings that the browser keeps. */
export function App({ jobs }: AppProps): ReactNode {
  const [state, dispatch] = useReducer(appReducer, initialState, withKept)
  const work = useMemo(() => {
    const report = (error: unknown): void =>
      dispatch({ type: 'noticed', notices: [noticeOf(error)] })
    return { jobs, report }
  }, [jobs])
  return (
    <WorkContext value={work}>
      <Page state={state} dispatch={dispatch} />
    </WorkContext>
  )
}

interface PageProps {
  readonly state: AppState
  readonly dispatch: Dispatch<AppAction>
}

function Page({ state, dispatch }: PageProps): ReactNode {
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [fit, setFit] = useState<PaperFit>('fit')
  const dock = useDock()
  const loader = useLoader(dispatch, state)
  const { onCompare, dialog, offer } = useCompare(state, loader.open, dispatch)
  const store = useMemo(() => createCellStore(), [])
  const frame = useRef<HTMLDivElement>(null)
  const room = useSize(frame)
  const isDark = useMediaQuery('screen and (prefers-color-scheme: dark)')
  const open = activeTensor(state)
  const { figure, hasBins } = useFigure(open, room, isDark ? 'dark' : 'light', fit)
  const findings = useFindings(figure?.model)
  usePaintedMark(figure && idOf(state, figure))
  useWarmWorker()
  useHelpKey(setIsHelpOpen)
  // Storage is outside React's state.
  useEffect(() => keepSettings(state.kept), [state.kept])
  usePaperSheet(figure?.model.basis.view, figure?.model.layout)
  const exporter = useExport(open, screenSize(figure, room), dispatch, findings.options)
  const isCurrent = isFigureOf(figure, open)
  const figureKey = useFigureKey(state.closedCount, isCurrent)
  const isEmbedded = useAddress(state, loader, dispatch, isCurrent)
  useAlignment(dispatch, isCurrent ? open : undefined, figure)
  const requests = useRequests(loader, dispatch)
  const actions = useFigureActions(dispatch, isCurrent ? open?.id : undefined)
  return (
    <>
      {isEmbedded ? null : (
        <PageControls
          {...{ state, dispatch, loader, figure, hasBins, store, dock }}
          onZoom={actions.onZoom}
          fit={fit}
          onFit={setFit}
          exporter={exporter}
          onHelp={() => setIsHelpOpen(true)}
          onCompare={onCompare}
        />
      )}
      <main className={isEmbedded ? 'main is-embedded' : 'main'}>
        <Desk
          {...{ state, dispatch, figure, figureKey, frame, store, actions, dock, findings, fit }}
          requests={requests}
          onFit={setFit}
          onFlick={() => flick({ state, dispatch, loader })}
          hasPanels={!isEmbedded}
          running={exporter.running}
          offer={isEmbedded ? undefined : offer}
          onCancel={loader.cancel}
          onArrange={loader.arrange}
        />
      </main>
      <PageFooter figure={figure} store={store} isEmbedded={isEmbedded} />
      <Announcer {...{ open, figure }} panel={dock.panel} />
      <DropTarget onOpen={loader.open} />
      {dialog}
      <HelpDialog isOpen={isHelpOpen} open={open} onClose={() => setIsHelpOpen(false)} />
    </>
  )
}

/** Keeps the columns of an aligned axis once they are made, so that a pinned cell can stay in its column. */
function useAlignment(
  dispatch: Dispatch<AppAction>,
  open: OpenTensor | undefined,
  figure: PageFigure | undefined,
): void {
  const id = open?.id
  const { alignment } = figure?.model.current.basis.matrix ?? {}
  // The columns are made beside React's state.
  useEffect(() => {
    if (id !== undefined && alignment) dispatch({ type: 'aligned', id, alignment })
  }, [dispatch, id, alignment])
}

/** Returns the size of the figure on the screen, also while a figure for paper is shown. */
function screenSize(figure: PageFigure | undefined, { size }: Room): FigureSize | undefined {
  return figure?.model.size.paper === undefined ? (figure?.model.size ?? size) : size
}

function noticeOf(error: unknown): string {
  if (isTensorError(error)) return `${error.problem.message} ${error.problem.advice}`
  return `SimLens failed: ${error instanceof Error ? error.message : String(error)}.`
}

function withKept(state: AppState): AppState {
  return { ...state, kept: keptSettings() }
}

/**
 * Returns the id of the open tensor that a figure shows. While the figure of the active tensor is being made, this is
 * the tensor shown before it.
 */
function idOf({ open }: AppState, figure: PageFigure): number | undefined {
  return open.find((each) => isFigureOf(figure, each))?.id
}

interface PageFooterProps {
  readonly figure: PageFigure | undefined
  readonly store: CellStore
  readonly isEmbedded: boolean
}

/**
 * Shows the readout, which always has the same place, and the note that files are not uploaded. Its height is the style
 * sheets' `--footer`: on a narrow page, panels end above it.
 */
function PageFooter({ figure, store, isEmbedded }: PageFooterProps): ReactNode {
  const footer = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const element = footer.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--footer', `${element.offsetHeight}px`)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <footer className="footer" ref={footer}>
      <Readout model={figure?.model} store={store} pinned={figure?.pinned} />
      {isEmbedded ? null : <p>Nothing is uploaded. This page works offline.</p>}
    </footer>
  )
}
