import { type ReactNode } from 'react'
import { type FindingsState } from '../findings/useFindingsPanel'
import { type CellStore } from '../reading/CellStore'
import { FigurePanel } from './FigurePanel'
import { focusFigure } from '../base/focusFigure'
import { hasOverview } from './modelInFrame'
import { Overview } from './Overview'
import { type Reading } from '../reading/Reading'
import { type PageFigure } from './useFigure'
import { isZoomed, type Windows } from '../../tensor/Windows'

interface FigureStackProps extends Pick<Reading, 'onPin' | 'onLines'> {
  readonly figure: PageFigure
  readonly store: CellStore
  readonly windows: Windows
  readonly onZoom: (windows: Windows) => void
  readonly findings: FindingsState
}

/** Shows the figure, a button that resets the zoom, and an overview if the columns are too many to have labels. */
export function FigureStack(props: FigureStackProps): ReactNode {
  const { figure, store, windows, onPin, onLines, onZoom, findings } = props
  const { model, picture, pinned } = figure
  return (
    <div className="figure-stack">
      <FigurePanel
        {...{ model, picture, store, pinned, windows, onPin, onLines, onZoom, findings }}
      />
      {isZoomed(windows) ? (
        <button
          type="button"
          className="button fit-button"
          onClick={() => {
            onZoom({})
            focusFigure({ preventScroll: true })
          }}
        >
          Fit
        </button>
      ) : null}
      {hasOverview(model) ? <Overview model={model} windows={windows} onZoom={onZoom} /> : null}
    </div>
  )
}
