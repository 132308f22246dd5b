import { useMemo, type Dispatch } from 'react'
import { exportName, type ExportKind } from '../../export/exportKinds'
import { type ExportHost } from '../../export/ExportHost'
import { type ExportOptions } from '../../export/ExportOptions'
import { type ExportedFigure } from '../../export/ExportedFigure'
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
}

/** Returns functions that save or copy the open tensor, its figure or its description. */
export function useExport(
  open: OpenTensor | undefined,
  size: FigureSize | undefined,
  dispatch: Dispatch<AppAction>,
  findings: FindingOptions,
): Exporter {
  const { jobs } = useWork()
  return useMemo(() => {
    const host = pageHost(jobs)
    function exporter<Kind>(run: Run<Kind>, verb: string) {
      return async (kind: Kind, options: ExportOptions): Promise<boolean> => {
        if (open === undefined || size === undefined) return false
        try {
          await run(kind, { ...open, size, findings }, options, host)
          return true
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error)
          dispatch({ type: 'export-failed', message: `The figure was not ${verb}. ${message}` })
          return false
        }
      }
    }
    return { save: exporter(saveFile, 'saved'), copy: exporter(copyFigure, 'copied') }
  }, [open, size, dispatch, findings, jobs])
}

type Run<Kind> = (
  kind: Kind,
  figure: OpenTensor & ExportedFigure,
  options: ExportOptions,
  host: ExportHost,
) => Promise<void>

async function saveFile(
  kind: ExportKind,
  figure: ExportedFigure,
  options: ExportOptions,
  host: ExportHost,
): Promise<void> {
  saveBlob(await exportBlob(kind, figure, options, host), exportName(kind, figure, options))
}
