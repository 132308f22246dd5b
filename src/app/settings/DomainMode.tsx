import { useId, type ReactNode } from 'react'
import { settings } from '../../tensor/settings/settings'
import { type View, type ViewSettings } from '../../tensor/View'
import { type Ends } from './domainEnds'

interface DomainModeProps {
  readonly view: View
  /** Current ends of the color domain. */
  readonly ends: Ends
  readonly onChange: (settings: ViewSettings) => void
}

/** Chooses the mode that sets the ends of the color range, and resets it. A lock takes precedence over the mode. */
export function DomainMode({ view, ends, onChange }: DomainModeProps): ReactNode {
  const { domain, lock } = view
  const { name, options, default: auto } = settings.domain
  const id = useId()
  return (
    <div className="domain-row">
      <label htmlFor={id}>{name}</label>
      <select
        id={id}
        value={typeof domain === 'string' ? domain : 'own'}
        disabled={lock !== false}
        onChange={({ target }) => {
          const mode = options.find(([each]) => each === target.value)
          onChange({ domain: mode === undefined ? [...ends] : mode[0] })
        }}
      >
        {options.map(([mode, label]) => (
          <option key={mode} value={mode}>
            {label}
          </option>
        ))}
        <option value="own">Own ends</option>
      </select>
      <button
        type="button"
        className="reset-button"
        aria-label={`Reset ${name.toLowerCase()}`}
        title="Back to automatic"
        onClick={() => onChange({ domain: auto, lock: settings.lock.default })}
      >
        ↺
      </button>
    </div>
  )
}
