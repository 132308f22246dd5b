import { type ReactNode } from 'react'
import { type FindingOptions } from '../../figure/figureFindings'

interface FindingsFormProps {
  readonly options: FindingOptions
  readonly onChange: (options: FindingOptions) => void
}

type NumberKey = 'count' | 'band' | 'level'

/** Choices of the numeric parameters. */
const CHOICES: readonly (readonly [
  key: NumberKey,
  name: string,
  choices: readonly (readonly [value: number, label: string])[],
])[] = [
  ['count', 'Cells and trends named', [1, 2, 3, 5, 10].map((count) => [count, String(count)])],
  [
    'band',
    'Neutral band, of the domain',
    [0.1, 0.25, 0.5, 0.75].map((share) => [share, percent(share)]),
  ],
  ['level', 'False discovery rate', [0.01, 0.05, 0.1, 0.2].map((share) => [share, percent(share)])],
]

/** Chooses the parameters of the findings, and how values are written in the list and in the description. */
export function FindingsForm({ options, onChange }: FindingsFormProps): ReactNode {
  return (
    <>
      {CHOICES.map(([key, name, choices]) => (
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
