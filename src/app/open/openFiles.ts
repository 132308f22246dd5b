import { type Dispatch } from 'react'
import { type TokenFile } from '../../formats/foreign/Format'
import { type Progress } from '../../formats/source/ReadOptions'
import { type ViewSettings } from '../../tensor/View'
import { loadBlob, type JobClient } from '../../worker/JobClient'
import { readHere } from '../../worker/jobs'
import { type LoadedFile } from '../../worker/JobTypes'
import { type StressSize } from '../../worker/stressTensor'
import { withRecalled } from '../arrange/arrangeFound'
import { loadProblem, type LoadProgress, type LoadSource, type OpenTensor } from '../state/AppState'
import { type AppAction } from '../state/appReducer'
import { openingView, type Opening } from '../state/openingView'
import { type Work } from '../derive/Work'
import { type OnDownloaded } from './download'
import { oldLinkNotices } from './oldLinks'
import { restoredNotices } from './restoredNotices'

/** A tensor to open: its name, its source and its first view. */
interface Named extends Opening {
  readonly name: string
  /** Name of the tensor in a link to this page (`data`); absent if no link can name it. */
  readonly origin?: string
}

/** The bytes of a tensor's file, with the file name that the reader sees. */
export interface NamedBlob extends Named {
  readonly blob: Blob
  /** True if the page contains the file, which is small: it is read at once, not in a worker; default false. */
  readonly isOwn?: boolean
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
  /** While a tensor of the same key waits or is made, it is not made again; absent if it always is. */
  readonly key?: string
  readonly make: (work: Work) => Promise<LoadedFile>
}

export type Openable = NamedBlob | NamedFetch | NamedStress | NamedMade

/** The surroundings in which files are opened. */
interface Loading {
  readonly jobs: JobClient
  readonly dispatch: Dispatch<AppAction>
  readonly signal: AbortSignal
  readonly source: LoadSource
  /** Tensor in whose place the file is shown; absent if it is shown in any case. */
  readonly instead?: { readonly of: number | undefined } | undefined
}

let nextId = 1

interface Latest<T> {
  readonly current: T
}

/**
 * Opens files that were dropped together, and then gives their lists of tokens to the last of their tensors, or else to
 * the one that is shown. `active` may be older than what was dispatched.
 */
export async function openFiles(
  loading: Loading,
  files: readonly Openable[],
  kept: Latest<ViewSettings>,
  active: Latest<OpenTensor | undefined>,
): Promise<void> {
  const { dispatch, signal, source } = loading
  // A file that arrives late from an address does not take the place of one that the reader opened meanwhile.
  const instead = source === 'address' ? { of: active.current?.id } : undefined
  const named: (readonly [fileName: string, tokens: TokenFile])[] = []
  const together: OpenTensor[] = []
  const shown = shownProgress(loading)
  for (const [index, file] of files.entries()) {
    if (signal.aborted) break
    const place = { source, fileName: file.name, fileIndex: index, fileCount: files.length }
    // oxlint-disable-next-line no-await-in-loop -- one after the other on purpose: each is shown as soon as it is read
    const { opened, tokens } = await openOne({ ...loading, instead }, file, kept, (progress) =>
      shown.set({ ...place, ...progress }),
    )
    if (opened !== undefined) together.push(opened)
    if (tokens !== undefined) named.push([file.name, tokens])
  }
  shown.end()
  if (together.length > 1) {
    dispatch({ type: 'combine-offered', ids: together.map(({ id }) => id) })
  }
  const id = together.at(-1)?.id
  for (const [fileName, tokens] of named) dispatch({ type: 'axes-named', fileName, tokens, id })
}

/**
 * Time in milliseconds after which the progress of a drop is shown. A bar for a quick load would delay the figure and
 * flicker.
 */
const QUICK_MS = 100

/** Returns functions that show the progress of a drop if it takes long, and that end this. */
function shownProgress({ dispatch, source }: Loading): {
  readonly set: (progress: LoadProgress) => void
  readonly end: () => void
} {
  let latest: LoadProgress | undefined
  let isShown = false
  const show = (): void => {
    if (isShown && latest !== undefined) dispatch({ type: 'load-progressed', progress: latest })
  }
  const timer = setTimeout(() => {
    isShown = true
    show()
  }, QUICK_MS)
  return {
    set: (progress) => {
      latest = progress
      show()
    },
    end: () => {
      clearTimeout(timer)
      if (isShown) dispatch({ type: 'load-ended', source })
      // A download may report a last piece after it was cancelled.
      isShown = false
    },
  }
}

interface Opened {
  /** The one tensor of the file that is shown. */
  readonly opened?: OpenTensor | undefined
  /** Names for the tensor that is active after all files are opened. */
  readonly tokens?: TokenFile
}

type OnProgress = (
  progress: Pick<LoadProgress, 'bytesRead' | 'byteCount' | 'cellCount' | 'share'>,
) => void

/** Opens a file, or reports why it cannot be opened. Returns the shown tensor or the tokens of the file. */
async function openOne(
  loading: Loading,
  file: Openable,
  kept: Latest<ViewSettings>,
  onProgress: OnProgress,
): Promise<Opened> {
  const { dispatch, signal, instead } = loading
  const { name } = file
  performance.mark('tensor:received')
  const start = { bytesRead: 0, byteCount: byteCountOf(file), cellCount: 0 }
  onProgress('make' in file ? { ...start, share: 0 } : start)
  try {
    const result = await resultOf(loading, file, onProgress)
    if (result.tokens !== undefined) return { tokens: result.tokens }
    const { opened, notices } = openedOf(result, file, kept.current)
    dispatch({ type: 'load-succeeded', opened, notices, instead })
    return { opened: opened[0] }
  } catch (error) {
    if (!signal.aborted) {
      dispatch({ type: 'load-failed', failure: { fileName: name, problem: loadProblem(error) } })
    }
    return {}
  }
}

async function resultOf(
  { jobs, signal }: Loading,
  file: Openable,
  onLoad: OnProgress,
): Promise<LoadedFile> {
  const { name } = file
  let expected = byteCountOf(file)
  const onProgress = ({ byteCount = expected, ...progress }: Progress): void => {
    onLoad({ ...progress, byteCount })
  }
  const options = { signal, onProgress }
  if ('make' in file) {
    const done = { byteCount: 0, bytesRead: 0, cellCount: 0 }
    return file.make({ jobs, signal, onProgress: (share) => onLoad({ ...done, share }) })
  }
  if ('stress' in file) return jobs.run('generate', { ...file.stress, name }, options)
  if ('blob' in file) {
    if (file.isOwn === true) return readHere(file.blob, name)
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
