import { useCallback, useEffect, useMemo, useRef, type Dispatch } from 'react'
import { isTensorError, type Problem } from '../../tensor/TensorError'
import { pyramidOf } from '../../tensor/Pyramid'
import { parseView, resolveView, type View, type ViewSettings } from '../../tensor/View'
import { createLoadClient, type LoadClient } from '../../worker/LoadClient'
import { type LoadResult } from '../../worker/LoadMessages'
import LoadWorker from '../../worker/load.worker?worker&inline'
import { type Windows } from '../figure/zoomWindow'
import { type AppAction, type OpenTensor } from './appState'

/** Bytes with the name that the reader knows them by. */
export interface NamedBlob {
  readonly name: string
  readonly blob: Blob
}

export interface Loader {
  /** Opens files one after the other; each is listed, or its problem is told. */
  readonly open: (files: readonly NamedBlob[]) => void
  /** Stops the file that is being read, and those that wait for it. */
  readonly cancel: () => void
}

let nextId = 1

/** Opens files in the worker and tells the reducer what came of it. */
export function useLoader(dispatch: Dispatch<AppAction>, kept: ViewSettings): Loader {
  const client = useMemo(() => createLoadClient(() => new LoadWorker()), [])
  const running = useRef<AbortController>(undefined)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const latestKept = useRef(kept)
  // Files that wait in the queue open with the settings of the moment, not with those of their drop.
  useEffect(() => {
    latestKept.current = kept
  }, [kept])
  // The worker outlives the page's component only as long as it is of use.
  useEffect(() => () => client.dispose(), [client])

  const open = useCallback(
    (files: readonly NamedBlob[]) => {
      dispatch({ type: 'messages-dismissed' })
      const controller = new AbortController()
      const before = queue.current
      queue.current = (async () => {
        await before
        running.current = controller
        for (const file of files) {
          if (controller.signal.aborted) break
          // One after the other on purpose: each is shown as soon as it is read.
          // oxlint-disable-next-line no-await-in-loop -- see above
          await openOne({ client, dispatch, signal: controller.signal }, file, latestKept)
        }
      })()
    },
    [client, dispatch],
  )
  const cancel = useCallback(() => running.current?.abort(), [])
  return useMemo(() => ({ open, cancel }), [open, cancel])
}

interface Loading {
  readonly client: LoadClient
  readonly dispatch: Dispatch<AppAction>
  readonly signal: AbortSignal
}

async function openOne(
  { client, dispatch, signal }: Loading,
  { name, blob }: NamedBlob,
  kept: { readonly current: ViewSettings },
): Promise<void> {
  performance.mark('tensor:received')
  dispatch({ type: 'load-started', fileName: name, byteCount: blob.size })
  try {
    const result = await client.load(blob, name, {
      signal,
      onProgress: ({ bytesRead, byteCount, cellCount }) => {
        const progress = { fileName: name, bytesRead, byteCount: byteCount ?? blob.size, cellCount }
        dispatch({ type: 'load-progressed', progress })
      },
    })
    dispatch({ type: 'load-succeeded', ...openedOf(result, name, kept.current) })
  } catch (error) {
    if (signal.aborted) dispatch({ type: 'load-cancelled' })
    else dispatch({ type: 'load-failed', failure: { fileName: name, problem: problemOf(error) } })
  }
}

function openedOf(
  result: LoadResult,
  fileName: string,
  kept: ViewSettings,
): { opened: readonly OpenTensor[]; notices: readonly string[] } {
  const notices = [...result.notices]
  const opened = result.tensors.map(({ name, tensor, statistics }) => {
    const file = parseView(tensor.view)
    notices.push(...file.notices)
    const label = result.tensors.length === 1 ? fileName : name
    const view = resolveView(tensor, file.settings, kept)
    return {
      id: nextId++,
      fileName: label,
      tensor,
      statistics,
      pyramid: pyramidOf(tensor.values),
      view,
      windows: windowsOf(view),
    }
  })
  return { opened, notices: [...new Set(notices)] }
}

/** What a view's `x` shows. */
function windowsOf({ x }: View): Windows {
  return x === undefined ? {} : { columns: { start: x[0], span: x[1] - x[0] + 1 } }
}

function problemOf(error: unknown): Problem {
  if (isTensorError(error)) return error.problem
  return {
    tag: 'internal',
    message: `SimLens failed while it read this file: ${error instanceof Error ? error.message : String(error)}.`,
    advice:
      'This is a defect of SimLens. The figure that was there is still there; please report the file.',
  }
}
