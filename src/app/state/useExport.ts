import { useCallback, type Dispatch } from 'react'
import { type FigureSize } from '../../layout/FigureLayout'
import { type AppAction, type OpenTensor } from './appState'
import { exportFigure, type ExportKind, type ExportOptions } from './exportFigure'

/** Saves the open tensor or its figure; what the browser cannot save is told as a notice. */
export function useExport(
  open: OpenTensor | undefined,
  size: FigureSize | undefined,
  dispatch: Dispatch<AppAction>,
): (kind: ExportKind, options: ExportOptions) => void {
  return useCallback(
    (kind, options) => {
      if (open === undefined || size === undefined) return
      exportFigure(open, size, kind, options).catch((error: unknown) => {
        const message = error instanceof Error ? error.message : String(error)
        dispatch({ type: 'export-failed', message })
      })
    },
    [open, size, dispatch],
  )
}
