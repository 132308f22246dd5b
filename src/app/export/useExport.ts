import { useMemo, type Dispatch } from 'react'
import { type FileKind } from '../../export/fileName'
import { type FigureSize } from '../../layout/FigureLayout'
import { type FindingOptions } from '../../figure/figureFindings'
import { type AppAction, type OpenTensor } from '../state/appState'
import { copyFigure } from './copyFigure'
import { exportFile } from './exportFile'
import {
  type CopyKind,
  type DescribedOptions,
  type ExportOptions,
} from '../../export/ExportOptions'

/** Each settles with whether that went well; what the browser cannot do is told as a notice. */
export interface Exporter {
  readonly save: (kind: FileKind, options: ExportOptions) => Promise<boolean>
  readonly copy: (kind: CopyKind, options: ExportOptions) => Promise<boolean>
}

/** Saves and copies the open tensor, its figure or its description. */
export function useExport(
  open: OpenTensor | undefined,
  size: FigureSize | undefined,
  dispatch: Dispatch<AppAction>,
  findings: FindingOptions,
): Exporter {
  return useMemo(() => {
    function exporter<Kind>(run: Run<Kind>, verb: string) {
      return async (kind: Kind, options: ExportOptions): Promise<boolean> => {
        if (open === undefined || size === undefined) return false
        try {
          await run(open, size, kind, { ...options, findings })
          return true
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error)
          dispatch({ type: 'export-failed', message: `${verb}: ${message}` })
          return false
        }
      }
    }
    return { save: exporter(exportFile, 'saved'), copy: exporter(copyFigure, 'copied') }
  }, [open, size, dispatch, findings])
}

type Run<Kind> = (
  open: OpenTensor,
  size: FigureSize,
  kind: Kind,
  options: DescribedOptions,
) => Promise<void>
