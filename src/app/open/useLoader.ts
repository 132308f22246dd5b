import { useCallback, useEffect, useMemo, useRef, type Dispatch } from 'react'
import { type TokenFile } from '../../formats/foreign/Format'
import { type Progress } from '../../formats/source/ReadOptions'
import { type ViewSettings } from '../../tensor/View'
import { loadBlob, type JobClient } from '../../worker/JobClient'
import { type LoadedFile } from '../../worker/jobs'
import { type StressSize } from '../../worker/stressTensor'
import { namedTokens } from '../arrange/namedTokens'
import { useArranger, type Arrange } from '../arrange/useArranger'
import { withRecalled } from '../arrange/arrangeFound'
import { useWork, type Work } from '../derive/Work'
import { type OnDownloaded } from './download'
import { oldLinkNotices } from './oldLinks'
import { restoredNotices } from './restoredNotices'
import {
  activeTensor,
  type AppState,
  type LoadProgress,
  type OpenTensor,
  loadProblem,
} from '../state/AppState'
import { type AppAction } from '../state/appReducer'
import { openingView, type Opening } from '../state/openingView'

/** A tensor to open: its name, its source and its first view. */
interface Named extends Opening {
  readonly name: string
  /** Name of the tensor in a link to this page (`data`); absent if no link can name it. */
  readonly origin?: string
}

/** The bytes of a tensor's file, with the file name that the reader sees. */
export interface NamedBlob extends Named {
  readonly blob: Blob
}

/** A tensor whose file has to be downloaded first. */
export interface NamedFetch extends Named {
  readonly fetch: (signal: AbortSignal, onDownloaded: OnDownloaded) => Promise<Blob>
}

/** A tensor that is generated, with its name in the list. */
export interface NamedStress extends Named {
  readonly stress: StressSize
}

/** A tensor that is made of open ones. */
export interface NamedMade extends Named {
  readonly make: (work: Work) => Promise<LoadedFile>
}

export type Openable = NamedBlob | NamedFetch | NamedStress | NamedMade

export interface Loader {
  /** Opens files one after the other. Each is added to the list, or its problem is shown. */
  readonly open: (files: readonly Openable[]) => void
  /** Cancels the file that is being read and those that were dropped with it. A drop that waits is opened next. */
  readonly cancel: () => void
  readonly arrange: Arrange
}

let nextId = 1

/** Returns functions that open files in the worker and dispatch the results. */
export function useLoader(dispatch: Dispatch<AppAction>, state: AppState): Loader {
  const { kept } = state
  const active = activeTensor(state)
  const { jobs } = useWork()
  const running = useRef<AbortController>(undefined)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const latestKept = useRef(kept)
  const latestActive = useRef(active)
  // Waiting files open with the settings at the time they are read, not at the time they are dropped.
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
        const together: OpenTensor[] = []
        for (const file of files) {
          if (controller.signal.aborted) break
          // oxlint-disable-next-line no-await-in-loop -- one after the other on purpose: each is shown as soon as it is read
          const { opened, tokens } = await openOne(loading, file, latestKept)
          if (opened !== undefined) together.push(opened)
          if (tokens !== undefined) named.push([file.name, tokens])
        }
        if (together.length > 1) {
          dispatch({ type: 'combine-offered', ids: together.map(({ id }) => id) })
        }
        const last = together.at(-1)
        const shown = latestActive.current
        // A tensor that has just been opened may not be rendered yet.
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

/**
 * Time in milliseconds after which the progress of a load is shown. A bar for a quick load would delay the figure and
 * flicker.
 */
const QUICK_MS = 100

interface Opened {
  /** The one tensor of the file that is shown. */
  readonly opened?: OpenTensor | undefined
  /** Names for the tensor that is active after all files are opened. */
  readonly tokens?: TokenFile
}

/** Opens a file, or reports why it cannot be opened. Returns the shown tensor or the tokens of the file. */
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
    const start = { fileName: name, byteCount: byteCountOf(file), bytesRead: 0, cellCount: 0 }
    dispatch({ type: 'load-progressed', progress: 'make' in file ? { ...start, share: 0 } : start })
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
  if ('make' in file) {
    const done = { fileName: name, byteCount: 0, bytesRead: 0, cellCount: 0 }
    return file.make({ jobs, signal, onProgress: (share) => onLoad({ ...done, share }) })
  }
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
  if ('fetch' in file || 'make' in file) return 0
  if ('blob' in file) return file.blob.size
  return file.stress.layerCount * file.stress.tokenCount * VALUE_BYTES
}

function openedOf(
  result: LoadedFile,
  { name: fileName, origin, ...opening }: Openable,
  kept: ViewSettings,
): { opened: readonly OpenTensor[]; notices: readonly string[] } {
  const understood = [
    ...new Set([...(result.understood ?? []), ...restoredNotices(result, fileName, origin)]),
  ]
  // The panel that asks states a doubt.
  const doubts = result.tensors.map(({ found }) => found?.doubt)
  const told = new Set([...understood, ...doubts])
  const notices = result.notices.filter((notice) => !told.has(notice))
  const isOnly = result.tensors.length === 1
  const opened = result.tensors.map(({ name, ...loaded }) => {
    const { shown, notices: viewNotices } = openingView(
      loaded.tensor,
      { ...opening, carriedView: loaded.carriedView },
      kept,
    )
    notices.push(...viewNotices, ...oldLinkNotices(loaded.tensor, opening.settings, shown.view))
    return {
      id: nextId++,
      fileName: isOnly ? fileName : name,
      ...loaded,
      ...shown,
      understood,
      ...(origin !== undefined && isOnly && { origin }),
    }
  })
  return { opened, notices: [...new Set(notices)] }
}
