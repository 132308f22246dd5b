import { type ReactNode } from 'react'
import { type Area } from '../../analysis/findings/Finding'
import { type FigureBasis } from '../../figure/figureBasis'
import { FindingsForm } from './FindingsForm'
import { FindingsList } from './FindingsList'
import { type FindingsState } from './useFindingsPanel'

interface FindingsPanelProps {
  readonly basis: FigureBasis | undefined
  readonly findings: FindingsState
  /** Zooms the figure so that the areas are in view. */
  readonly onShow: (areas: readonly Area[]) => void
}

/** Shows the findings of the figure and their parameters. Escape closes the panel. */
export function FindingsPanel({ basis, findings, onShow }: FindingsPanelProps): ReactNode {
  const { list, options, setOptions, marks, close } = findings
  return (
    <section className="panel findings" aria-labelledby="findings-title">
      <div
        role="presentation"
        onKeyDown={({ key }) => {
          if (key === 'Escape') close()
        }}
      >
        <div className="panel-head">
          <h2 id="findings-title">Findings</h2>
          <button
            type="button"
            className="button is-quiet"
            aria-label="Close findings"
            onClick={close}
          >
            ×
          </button>
        </div>
        {basis === undefined || list === undefined ? (
          <div className="finding-group">
            <h3>Looking at the cells…</h3>
          </div>
        ) : (
          <FindingsList {...{ list, basis, marks, onShow }} isExact={options.isExact} />
        )}
        <FindingsForm options={options} onChange={setOptions} />
      </div>
    </section>
  )
}
