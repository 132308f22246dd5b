import { useCallback, useEffect, useMemo, useRef, type Dispatch } from 'react'
import { useArranger, type Arrange } from '../arrange/useArranger'
import { useWork } from '../derive/Work'
import { activeTensor, type AppState, type LoadSource } from '../state/AppState'
import { type AppAction } from '../state/appReducer'
import { DropQueue } from './DropQueue'
import { openFiles, type Openable } from './openFiles'

export interface Loader {
  /**
   * Opens files one after the other. Each is added to the list, or its problem is shown. Files of the reader (the
   * default) wait for those before them; the file of the address replaces one that it named before.
   */
  readonly open: (files: readonly Openable[], source?: LoadSource) => void
  /** Cancels the file that is being read and those that were dropped with it. A drop that waits is opened next. */
  readonly cancel: (source: LoadSource) => void
  /** Returns true while files of a source are read, or wait for the reader's leave. */
  readonly isLoading: (source: LoadSource) => boolean
  readonly arrange: Arrange
}

/** Returns functions that open files in the worker and dispatch the results. */
export function useLoader(dispatch: Dispatch<AppAction>, state: AppState): Loader {
  const { kept } = state
  const active = activeTensor(state)
  const { jobs, report } = useWork()
  const latestKept = useRef(kept)
  const latestActive = useRef(active)
  // Waiting files open with the settings at the time they are read, not at the time they are dropped.
  useEffect(() => {
    latestKept.current = kept
    latestActive.current = active
  }, [kept, active])

  // The reader's files do not wait for an address, which may never answer, or wait for the reader's leave.
  const queues = useMemo(() => {
    return {
      reader: new DropQueue((waiting) => dispatch({ type: 'load-waits', waiting }), report),
      // Its files replace each other.
      address: new DropQueue(() => undefined, report),
    }
  }, [dispatch, report])
  const open = useCallback(
    (files: readonly Openable[], source: LoadSource = 'reader') => {
      dispatch({ type: 'messages-dismissed' })
      if (source === 'address') queues.address.clear()
      // What is in the page itself is there at once, and comes before the files that the reader drops meanwhile.
      const isFetched = files.some((file) => 'fetch' in file)
      const [first] = files
      queues[isFetched ? source : 'reader'].add({
        names: files.map(({ name }) => name),
        key: first && 'make' in first ? first.key : undefined,
        run: (signal) =>
          openFiles({ jobs, dispatch, signal, source }, files, latestKept, latestActive),
      })
    },
    [jobs, dispatch, queues],
  )
  const cancel = useCallback((source: LoadSource) => queues[source].cancel(), [queues])
  const isLoading = useCallback((source: LoadSource) => queues[source].isRunning, [queues])
  const arrange = useArranger(jobs, dispatch, latestKept)
  return useMemo(() => ({ open, cancel, isLoading, arrange }), [open, cancel, isLoading, arrange])
}
