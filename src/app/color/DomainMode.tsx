import { useId, type ReactNode } from 'react'
import { type DomainSetting, type View, type ViewSettings } from '../../tensor/View'
import { type Ends } from './domainEnds'

interface DomainModeProps {
  readonly view: View
  /** What the colors span now. */
  readonly ends: Ends
  readonly onChange: (settings: ViewSettings) => void
}

type Mode = Extract<DomainSetting, string>

const MODES: readonly (readonly [Mode, string])[] = [
  ['auto', 'Automatic'],
  ['extent', 'All values'],
  ['symmetric', 'Symmetric'],
  ['98', 'Middle 98 %'],
  ['90', 'Middle 90 %'],
  ['unit', '−1 to 1'],
]

/** What sets the ends of the color range, and the way back. A lock is stronger than all of it. */
export function DomainMode({ view, ends, onChange }: DomainModeProps): ReactNode {
  const { domain, lock } = view
  const id = useId()
  return (
    <div className="domain-row">
      <label htmlFor={id}>Color range</label>
      <select
        id={id}
        value={typeof domain === 'string' ? domain : 'own'}
        disabled={lock !== false}
        onChange={({ target }) => {
          const mode = MODES.find(([name]) => name === target.value)
          onChange({ domain: mode === undefined ? [...ends] : mode[0] })
        }}
      >
        {MODES.map(([mode, label]) => (
          <option key={mode} value={mode}>
            {label}
          </option>
        ))}
        <option value="own">Own ends</option>
      </select>
      <button
        type="button"
        className="reset-button"
        aria-label="Reset color range"
        title="Back to automatic"
        onClick={() => onChange({ domain: 'auto', lock: false })}
      >
        ↺
      </button>
    </div>
  )
}
