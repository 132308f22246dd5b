import { useCallback, type Dispatch } from 'react'
import { type FigureSize } from '../../layout/FigureLayout'
import { type FindingOptions } from '../findings/figureFindings'
import { type AppAction, type OpenTensor } from './appState'
import { exportFigure, type ExportKind, type ExportOptions } from './exportFigure'

/**
 * Saves the open tensor, its figure or its description. Settles with whether that went well; what the browser cannot do
 * is told as a notice.
 */
export function useExport(
  open: OpenTensor | undefined,
  size: FigureSize | undefined,
  dispatch: Dispatch<AppAction>,
  findings: FindingOptions,
): (kind: ExportKind, options: ExportOptions) => Promise<boolean> {
  return useCallback(
    async (kind, options) => {
      if (open === undefined || size === undefined) return false
      try {
        await exportFigure(open, size, kind, { ...options, findings })
        return true
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        dispatch({ type: 'export-failed', message })
        return false
      }
    },
    [open, size, dispatch, findings],
  )
}
