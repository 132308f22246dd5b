import { useEffect, type ReactNode } from 'react'
import { type Area } from '../../analysis/findings/Finding'
import { type FigureBasis } from '../../figure/figureBasis'
import { type FindingOptions } from '../../figure/describeFigure'
import { panelPage } from '../../tensor/panels'
import { wordsOf } from '../../tensor/Axes'
import { queryOf } from '../../tensor/Tensor'
import { visibleProse } from '../../text/visibleText'
import { FindingsList } from './FindingsList'
import { type FindingsState } from './useFindings'

interface FindingsPanelProps {
  readonly basis: FigureBasis | undefined
  readonly findings: FindingsState
  /** Zooms the figure so that the areas are in view. */
  readonly onShow: (areas: readonly Area[]) => void
}

/** Shows the findings of the figure and their parameters. */
export function FindingsPanel({ basis, findings, onShow }: FindingsPanelProps): ReactNode {
  const { list, options, setOptions, marks } = findings
  // Outlines without their sentence would not be understood.
  useEffect(() => () => marks.set(undefined), [marks])
  if (basis?.tensor.atLayer) {
    const { query, row } = wordsOf(basis.tensor.atLayer.whole)
    return (
      <div className="finding-group">
        <p>
          Findings are about the {row.many} of one {query.one}: there are none while the rows are{' '}
          {query.many}.
        </p>
      </div>
    )
  }
  return (
    <>
      {basis && panelPage(basis.tensor, basis.view).panelCount > 1 ? (
        <div className="finding-group">
          <p>
            Of <b>{visibleProse(queryOf(basis.tensor, basis.view.query).label)}</b> only: pin a cell
            of another panel for its findings.
          </p>
        </div>
      ) : null}
      {basis === undefined || list === undefined ? (
        <div className="finding-group">
          <h3>Computing the findings…</h3>
        </div>
      ) : list.length === 0 ? (
        <div className="finding-group">
          <p>This figure has too few numbers for findings.</p>
        </div>
      ) : (
        <FindingsList {...{ list, basis, marks, onShow }} isExact={options.isExact} />
      )}
      <FindingsForm options={options} hasFloor={basis?.noise !== undefined} onChange={setOptions} />
    </>
  )
}

interface FindingsFormProps {
  readonly options: FindingOptions
  /** Whether the noise floor of the displayed values is known. */
  readonly hasFloor: boolean
  readonly onChange: (options: FindingOptions) => void
}

type NumberKey = 'count' | 'band' | 'level'

/** Choices of the numeric parameters. */
const CHOICES: readonly (readonly [
  key: NumberKey,
  name: string,
  choices: readonly (readonly [value: number, label: string])[],
])[] = [
  ['count', 'Named cells and trends', [1, 2, 3, 5, 10].map((count) => [count, String(count)])],
  [
    'band',
    'Neutral band, share of the range',
    [0.1, 0.25, 0.5, 0.75].map((share) => [share, percent(share)]),
  ],
  ['level', 'False discovery rate', [0.01, 0.05, 0.1, 0.2].map((share) => [share, percent(share)])],
]

/** Chooses the parameters of the findings, and how values are written in the list and in the description. */
function FindingsForm({ options, hasFloor, onChange }: FindingsFormProps): ReactNode {
  // With a noise floor, neutral is what lies within it.
  const shown = CHOICES.filter(([key]) => key !== 'band' || !hasFloor)
  return (
    <>
      {shown.map(([key, name, choices]) => (
        <label key={key}>
          {name}
          <select
            value={options[key]}
            onChange={({ target }) => onChange({ ...options, [key]: Number(target.value) })}
          >
            {choices.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        Exact values
        <input
          type="checkbox"
          checked={options.isExact}
          onChange={({ target }) => onChange({ ...options, isExact: target.checked })}
        />
      </label>
    </>
  )
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
