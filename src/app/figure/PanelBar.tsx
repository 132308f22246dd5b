import { type ReactNode } from 'react'
import { panelWords } from '../../figure/plotBases'
import { panelPage, turnedQuery } from '../../tensor/panels'
import { type OpenTensor } from '../state/AppState'
import { type PanelActions } from '../reading/Reading'

interface PanelBarProps {
  readonly open: OpenTensor
  readonly actions: PanelActions
}

/** Returns whether a tensor has a bar: its panels have several pages, or a query was opened from panels. */
export function hasPanelBar(open: OpenTensor | undefined): boolean {
  if (open === undefined) return false
  const { tensor, view, grid } = open
  const { queries, panelCount } = panelPage(tensor, view)
  return grid !== undefined || panelCount > queries.length
}

/** Leads from a query back to the panels, and from one page of panels to the next. */
export function PanelBar({ open, actions }: PanelBarProps): ReactNode {
  const { tensor, view } = open
  const { onBack, onPage } = actions
  const hasPage = (step: 1 | -1): boolean => turnedQuery(tensor, view, step) !== undefined
  return (
    <div className="panel-bar" role="group" aria-label="Pages of panels">
      {onBack && (
        <button type="button" className="button" title="Escape" onClick={onBack}>
          ‹ All panels
        </button>
      )}
      {onPage && (
        <>
          <button
            type="button"
            className="button"
            aria-label="Panels before"
            title="PageUp"
            disabled={!hasPage(-1)}
            onClick={() => onPage(-1)}
          >
            ‹
          </button>
          <span role="status">{panelWords(panelPage(tensor, view))}</span>
          <button
            type="button"
            className="button"
            aria-label="Next panels"
            title="PageDown"
            disabled={!hasPage(1)}
            onClick={() => onPage(1)}
          >
            ›
          </button>
        </>
      )}
    </div>
  )
}
