import {
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { HelpDialog } from './controls/HelpDialog'
import { LoadingBar } from './controls/LoadingBar'
import { Messages } from './controls/Messages'
import { Toolbar } from './controls/Toolbar'
import { DropTarget } from './DropTarget'
import { createCellStore } from './figure/CellStore'
import { FigurePanel } from './figure/FigurePanel'
import { pinnedPlace, type PinnedIndex } from './figure/pinnedPlace'
import { Readout } from './figure/Readout'
import { useFigureModel } from './figure/useFigureModel'
import { usePaintedMark } from './figure/usePaintedMark'
import { useSize } from './figure/useSize'
import { PageHeader } from './PageHeader'
import { defaultSample, type Sample } from './samples/samples'
import { activeTensor, appReducer, initialState } from './state/appState'
import { useExport } from './state/useExport'
import { useLoader } from './state/useLoader'
import { useHelpKey } from './useHelpKey'
import { useMediaQuery } from './useMediaQuery'

/** The page. */
export function App(): ReactNode {
  const [state, dispatch] = useReducer(appReducer, initialState)
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const loader = useLoader(dispatch, state.kept)
  const store = useMemo(() => createCellStore(), [])
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const isDark = useMediaQuery('(prefers-color-scheme: dark)')
  const open = activeTensor(state)
  const model = useFigureModel(open, size, isDark ? 'dark' : 'light')
  const cell = open?.view.cell
  const pinned = useMemo(() => model && pinnedPlace(model, cell), [model, cell])
  usePaintedMark(model === undefined ? undefined : open?.id)
  useHelpKey(setIsHelpOpen)
  const save = useExport(open, size, dispatch)
  const openSample = useCallback(
    ({ name, text }: Sample) => loader.open([{ name, blob: new Blob([text]) }]),
    [loader],
  )
  // The page begins with a figure.
  useEffect(() => openSample(defaultSample), [openSample])
  const pin = useCallback((index: PinnedIndex | undefined) => {
    dispatch({ type: 'cell-pinned', cell: index })
  }, [])
  const dismiss = (): void => dispatch({ type: 'messages-dismissed' })
  return (
    <>
      <PageHeader
        state={state}
        onChoose={(id) => dispatch({ type: 'tensor-chosen', id })}
        onOpen={loader.open}
        onOpenSample={openSample}
        onExport={save}
        onHelp={() => setIsHelpOpen(true)}
      />
      {open && (
        <Toolbar
          open={open}
          onChange={(settings) => dispatch({ type: 'view-changed', settings })}
        />
      )}
      <main className="main">
        <Messages problems={state.problems} notices={state.notices} onDismiss={dismiss} />
        <div className="card">
          <LoadingBar loading={state.loading} onCancel={loader.cancel} />
          <div className="frame" ref={frame}>
            {model && <FigurePanel model={model} store={store} pinned={pinned} onPin={pin} />}
          </div>
        </div>
      </main>
      <footer className="footer">
        <Readout model={model} store={store} pinned={pinned} />
        <p>Nothing is uploaded. This page works offline.</p>
      </footer>
      <DropTarget onOpen={loader.open} />
      <HelpDialog isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
    </>
  )
}
