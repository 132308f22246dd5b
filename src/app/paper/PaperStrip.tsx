import { useMemo, type Dispatch, type ReactNode } from 'react'
import { paperReport } from '../../figure/paperNotes'
import { type View } from '../../tensor/View'
import { Segmented } from '../controls/Segmented'
import { focusFigure } from '../figure/FigurePanel'
import { type PaperFit } from '../figure/shownScale'
import { type PageFigure } from '../figure/useFigure'
import { type AppAction } from '../state/appReducer'
import { PaperPicker } from './PaperChoices'

interface PaperStripProps {
  readonly figure: PageFigure
  readonly view: View
  readonly fit: PaperFit
  readonly onFit: (fit: PaperFit) => void
  readonly dispatch: Dispatch<AppAction>
}

/** How large a figure for paper can be shown, with its words. */
export const paperFits: readonly (readonly [fit: PaperFit, label: string])[] = [
  ['fit', 'To fit'],
  ['true-size', '1:1'],
]

/** Shows above a figure for paper its paper and its size, and how large it is on the page. */
export function PaperStrip(props: PaperStripProps): ReactNode {
  const { figure, view, fit, onFit, dispatch } = props
  const { model, pictures } = figure
  const report = useMemo(() => paperReport(model, pictures), [model, pictures])
  if (report === undefined) return null
  return (
    <section className="paper-strip" aria-label="Paper">
      <PaperPicker
        paper={view.paper}
        onChange={(changed) => dispatch({ type: 'view-changed', settings: changed })}
      />
      <span data-testid="paper-size">{report.size}</span>
      <Segmented legend="Shown" value={fit} options={paperFits} onChange={onFit} />
      <button
        type="button"
        className="button is-quiet"
        onClick={() => {
          for (const key of ['paper', 'paper_width', 'paper_height'] as const) {
            dispatch({ type: 'setting-reset', key })
          }
          focusFigure({ preventScroll: true })
        }}
      >
        Back to the screen
      </button>
      {report.notes.length === 0 ? null : <p role="status">{report.notes.join(' ')}</p>}
    </section>
  )
}
