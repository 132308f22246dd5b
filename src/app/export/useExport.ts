import { useMemo, useState, type Dispatch, type SetStateAction } from 'react'
import { exportName, paperInName, usualName, type ExportKind } from '../../export/exportKinds'
import { type ExportHost } from '../../export/ExportHost'
import { defaultExportOptions, type ExportOptions } from '../../export/ExportOptions'
import { type ExportedFigure } from '../../export/ExportedFigure'
import { FileNames } from '../../export/FileNames'
import { type FindingOptions } from '../../figure/describeFigure'
import { type FigureSize } from '../../layout/LayoutInput'
import { saveBlob } from '../base/saveBlob'
import { useWork } from '../derive/Work'
import { type OpenTensor } from '../state/AppState'
import { type AppAction } from '../state/appReducer'
import { copyFigure, type CopyKind } from './copyFigure'
import { exportBlob } from './exportBlob'
import { pageHost } from './pageHost'

/** Each method resolves to true if it succeeded, else to false; a failure is also shown as a message. */
export interface Exporter {
  readonly save: (kind: ExportKind, options: ExportOptions) => Promise<boolean>
  readonly copy: (kind: CopyKind, options: ExportOptions) => Promise<boolean>
  /** The options that the reader chose in the menu. */
  readonly options: ExportOptions
  readonly setOptions: (options: ExportOptions) => void
  /** The exports that run, without those in their first moment. */
  readonly running: readonly RunningExport[]
}

export interface RunningExport {
  /** Share of the tensor that is packed, 0 to 1; undefined if that is not known. */
  readonly share: number | undefined
  readonly cancel: () => void
}

/** Milliseconds after which an export is shown as running. Most exports are done before. */
const SHOWN_AFTER = 400

/** Returns functions that save or copy the open tensor, its figure or its description. */
export function useExport(
  open: OpenTensor | undefined,
  size: FigureSize | undefined,
  dispatch: Dispatch<AppAction>,
  findings: FindingOptions,
): Exporter {
  const { jobs } = useWork()
  const [running, setRunning] = useState<readonly RunningExport[]>([])
  const [chosen, setChosen] = useState(defaultExportOptions)
  const methods = useMemo(() => {
    const notice = (sentence: string): void => dispatch({ type: 'noticed', notices: [sentence] })
    function exporter<Kind>(run: Run<Kind>, verb: string) {
      return async (kind: Kind, options: ExportOptions): Promise<boolean> => {
        if (open === undefined || size === undefined) return false
        const following = followExport(setRunning)
        const { signal } = following
        try {
          const host = pageHost({ jobs, ...following }, notice)
          await run(kind, { ...open, size, findings }, options, host)
          return true
        } catch (error) {
          if (signal.aborted) return false
          const message = error instanceof Error ? error.message : String(error)
          dispatch({ type: 'export-failed', message: `The figure was not ${verb}. ${message}` })
          return false
        } finally {
          following.end()
        }
      }
    }
    return { save: exporter(saveFile, 'saved'), copy: exporter(copyFigure, 'copied') }
  }, [open, size, dispatch, findings, jobs])
  return useMemo(
    () => ({ ...methods, options: chosen, setOptions: setChosen, running }),
    [methods, chosen, running],
  )
}

interface FollowedExport {
  readonly signal: AbortSignal
  readonly onProgress: (share: number) => void
  readonly end: () => void
}

/** Begins an export, and shows it if it takes long. */
function followExport(show: Dispatch<SetStateAction<readonly RunningExport[]>>): FollowedExport {
  const controller = new AbortController()
  const cancel = (): void => controller.abort()
  let share: number | undefined
  let isShown = false
  const timer = setTimeout(() => {
    isShown = true
    show((all) => [...all, { share, cancel }])
  }, SHOWN_AFTER)
  return {
    signal: controller.signal,
    onProgress: (next) => {
      share = next
      if (!isShown) return
      show((all) => all.map((each) => (each.cancel === cancel ? { share: next, cancel } : each)))
    },
    end: () => {
      clearTimeout(timer)
      show((all) => all.filter((each) => each.cancel !== cancel))
    },
  }
}

type Run<Kind> = (
  kind: Kind,
  figure: OpenTensor & ExportedFigure,
  options: ExportOptions,
  host: ExportHost,
) => Promise<void>

/** The names of the files that were saved since the page was opened. */
const fileNames = new FileNames()

async function saveFile(
  kind: ExportKind,
  figure: OpenTensor & ExportedFigure,
  options: ExportOptions,
  host: ExportHost,
): Promise<void> {
  const { id } = figure
  const paper = paperInName(kind, figure)
  const saveName = fileNames.nameFor(usualName(kind, figure, options), { id, paper })
  const named = { ...figure, saveName }
  const blob = await exportBlob(kind, named, options, host)
  host.signal?.throwIfAborted()
  saveBlob(blob, exportName(kind, named, options))
}
