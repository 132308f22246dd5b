import { type Dispatch } from 'react'
import { type Windows } from '../../tensor/Windows'
import { type CompareMenuProps } from '../compare/CompareMenu'
import { type DockState } from '../dock/useDock'
import { type Exporter } from '../export/useExport'
import { type PaperFit } from '../figure/shownScale'
import { type PageFigure } from '../figure/useFigure'
import { type Loader } from '../open/useLoader'
import { type CellStore } from '../reading/CellStore'
import { type AppAction } from '../state/appReducer'
import { type AppState } from '../state/AppState'

/** The page's state and the functions that change it, on which commands act. */
export interface CommandContext extends Pick<CompareMenuProps, 'onCompare'> {
  readonly state: AppState
  readonly dispatch: Dispatch<AppAction>
  readonly loader: Pick<Loader, 'open'>
  /** Figure of the active tensor; undefined before the first. */
  readonly figure: PageFigure | undefined
  readonly store: CellStore
  readonly dock: DockState
  readonly onZoom: (windows: Windows) => void
  /** How large a figure for paper is shown, and what changes it. */
  readonly fit: PaperFit
  readonly onFit: (fit: PaperFit) => void
  readonly exporter: Exporter
  readonly onHelp: () => void
}
