import { useCallback, useEffect, useMemo, useRef, type Dispatch } from 'react'
import { type TokenFile } from '../../formats/foreign/ReadTensors'
import { type Progress } from '../../formats/source/Progress'
import { type ViewSettings } from '../../tensor/View'
import { loadBlob, type JobClient } from '../../worker/JobClient'
import { type LoadedFile } from '../../worker/jobs'
import { type StressSize } from '../../worker/stressTensor'
import { namedTokens } from '../arrange/namedTokens'
import { useArranger, type Arrange } from '../arrange/useArranger'
import { withRecalled } from '../arrange/withRecalled'
import { useWork } from '../derive/Work'
import { type OnDownloaded } from './download'
import { activeTensor, type AppState, type LoadProgress, type OpenTensor } from '../state/AppState'
import { type AppAction } from '../state/appReducer'
import { loadProblem } from '../state/loadProblem'
import { openingView, type Opening } from '../state/openingView'

/** A tensor to open: whose it is, and how. */
interface Named extends Opening {
  readonly name: string
  /** How a link to this page names the tensor (`data`); absent where no link can. */
  readonly origin?: string
}

/** Bytes with the name that the reader knows them by. */
export interface NamedBlob extends Named {
  readonly blob: Blob
}

/** Bytes that have to be fetched first. */
export interface NamedFetch extends Named {
  readonly fetch: (signal: AbortSignal, onDownloaded: OnDownloaded) => Promise<Blob>
}

/** A tensor to be generated, with the name to list it by. */
export interface NamedStress extends Named {
  readonly stress: StressSize
}

export type Openable = NamedBlob | NamedFetch | NamedStress

export interface Loader {
  /** Opens files one after the other; each is listed, or its problem is told. */
  readonly open: (files: readonly Openable[]) => void
  /** Stops the file that is being read, and those that wait for it. */
  readonly cancel: () => void
  readonly arrange: Arrange
}

let nextId = 1

/** Opens files in the worker and tells the reducer what came of it. */
export function useLoader(dispatch: Dispatch<AppAction>, state: AppState): Loader {
  const { kept } = state
  const active = activeTensor(state)
  const { jobs } = useWork()
  const running = useRef<AbortController>(undefined)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const latestKept = useRef(kept)
  const latestActive = useRef(active)
  // Files that wait in the queue open with the settings of the moment, not with those of their drop.
  useEffect(() => {
    latestKept.current = kept
    latestActive.current = active
  }, [kept, active])

  const open = useCallback(
    (files: readonly Openable[]) => {
      dispatch({ type: 'messages-dismissed' })
      const controller = new AbortController()
      const before = queue.current
      queue.current = (async () => {
        await before
        running.current = controller
        const loading = { jobs, dispatch, signal: controller.signal }
        const named: (readonly [fileName: string, tokens: TokenFile])[] = []
        let last: OpenTensor | undefined
        for (const file of files) {
          if (controller.signal.aborted) break
          // oxlint-disable-next-line no-await-in-loop -- one after the other on purpose: each is shown as soon as it is read
          const { opened, tokens } = await openOne(loading, file, latestKept)
          last = opened ?? last
          if (tokens !== undefined) named.push([file.name, tokens])
        }
        const shown = latestActive.current
        // A tensor that was opened just now may not be rendered yet.
        let target = last === undefined || last.id === shown?.id ? shown : last
        for (const [fileName, tokens] of named) {
          const naming = namedTokens(target, fileName, tokens)
          dispatch({ type: 'axes-named', ...naming })
          target = target && { ...target, ...naming.named }
        }
      })()
    },
    [jobs, dispatch],
  )
  const cancel = useCallback(() => running.current?.abort(), [])
  const arrange = useArranger(jobs, dispatch, latestKept)
  return useMemo(() => ({ open, cancel, arrange }), [open, cancel, arrange])
}

interface Loading {
  readonly jobs: JobClient
  readonly dispatch: Dispatch<AppAction>
  readonly signal: AbortSignal
}

/** Milliseconds that a load takes before its progress is shown: a bar that is gone at once delays the figure, and flickers. */
const QUICK_MS = 100

interface Opened {
  /** The tensor that is shown, of all that the file holds. */
  readonly opened?: OpenTensor | undefined
  /** For the tensor that is open once all files are. */
  readonly tokens?: TokenFile
}

/** Opens a file, or says why it cannot be opened. */
async function openOne(
  loading: Loading,
  file: Openable,
  kept: { readonly current: ViewSettings },
): Promise<Opened> {
  const { dispatch, signal } = loading
  const { name } = file
  performance.mark('tensor:received')
  let isShown = false
  const show = setTimeout(() => {
    isShown = true
    dispatch({ type: 'load-started', fileName: name, byteCount: byteCountOf(file) })
  }, QUICK_MS)
  try {
    const result = await resultOf(loading, file, (progress) => {
      if (isShown) dispatch({ type: 'load-progressed', progress })
    })
    if (result.tokens !== undefined) return { tokens: result.tokens }
    const { opened, notices } = openedOf(result, file, kept.current)
    dispatch({ type: 'load-succeeded', opened, notices })
    return { opened: opened[0] }
  } catch (error) {
    if (signal.aborted) dispatch({ type: 'load-cancelled' })
    else dispatch({ type: 'load-failed', failure: { fileName: name, problem: loadProblem(error) } })
  } finally {
    clearTimeout(show)
  }
  return {}
}

async function resultOf(
  { jobs, signal }: Omit<Loading, 'dispatch'>,
  file: Openable,
  onLoad: (progress: LoadProgress) => void,
): Promise<LoadedFile> {
  const { name } = file
  let expected = byteCountOf(file)
  const onProgress = ({ bytesRead, byteCount = expected, cellCount }: Progress): void => {
    onLoad({ fileName: name, bytesRead, byteCount, cellCount })
  }
  const options = { signal, onProgress }
  if ('stress' in file) return jobs.run('generate', { ...file.stress, name }, options)
  if ('blob' in file) {
    return withRecalled(await loadBlob(jobs, file.blob, name, options), { jobs, signal })
  }
  const blob = await file.fetch(signal, (bytesRead, byteCount) => {
    onProgress({ bytesRead, byteCount, cellCount: 0 })
  })
  expected = blob.size
  return withRecalled(await loadBlob(jobs, blob, name, options), { jobs, signal })
}

const VALUE_BYTES = 8

function byteCountOf(file: Openable): number {
  if ('fetch' in file) return 0
  if ('blob' in file) return file.blob.size
  return file.stress.layerCount * file.stress.tokenCount * VALUE_BYTES
}

function openedOf(
  result: LoadedFile,
  { name: fileName, origin, ...opening }: Openable,
  kept: ViewSettings,
): { opened: readonly OpenTensor[]; notices: readonly string[] } {
  const notices = [...result.notices]
  const isOnly = result.tensors.length === 1
  const opened = result.tensors.map(({ name, ...loaded }) => {
    const { shown, notices: viewNotices } = openingView(
      loaded.tensor,
      { ...opening, carriedView: loaded.carriedView },
      kept,
    )
    notices.push(...viewNotices)
    return {
      id: nextId++,
      fileName: isOnly ? fileName : name,
      ...loaded,
      ...shown,
      ...(origin !== undefined && isOnly && { origin }),
    }
  })
  return { opened, notices: [...new Set(notices)] }
}
