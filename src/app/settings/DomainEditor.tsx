import { useId, useState, type ReactNode } from 'react'
import { type Spread } from '../../analysis/Spread'
import { type FigureBasis } from '../../figure/figureBasis'
import { openTensorOf } from '../../tensor/atLayer'
import { settings } from '../../tensor/settings/settings'
import { type View, type ViewSettings } from '../../tensor/View'
import { cutText } from '../../text/cutText'
import { shortNumber } from '../../text/rounded'
import { scaleSpread } from '../derive/scaleSpread'
import { useDerived } from '../derive/useDerived'
import { DomainField } from './DomainField'
import { DomainTrack } from './DomainTrack'
import { isUsable, unitOf, type Ends } from './Ends'

/** Longest name of the values that is shown whole, in UTF-16 units. */
const LONGEST = 60

interface DomainEditorProps {
  readonly basis: FigureBasis
  /** View of the open tensor. It may be newer than the figure, which may still be in the making. */
  readonly view: View
  readonly onChange: (settings: ViewSettings) => void
}

/** Edits the color domain: a mode, or two ends that are dragged over the histogram of the values or typed. */
export function DomainEditor({ basis, view, onChange }: DomainEditorProps): ReactNode {
  const [isLog, setIsLog] = useState(false)
  const spread = useSpread(basis)
  const { lock, domain } = view
  const fixed = lock === false ? domain : lock
  const ends: Ends =
    typeof fixed === 'object' ? fixed : [basis.colorScale?.low ?? 0, basis.colorScale?.high ?? 1]
  const { min = NaN, max = NaN } = spread ?? {}
  // If no value is finite, min and max are NaN.
  const range: Ends = min <= max ? [Math.min(min, ends[0]), Math.max(max, ends[1])] : ends
  const choose = (chosen: Ends): void => {
    if (isUsable(chosen)) onChange(lock === false ? { domain: [...chosen] } : { lock: [...chosen] })
  }
  const tensor = openTensorOf(basis.tensor)
  const shared = { ends, range, onChange: choose }
  return (
    <div className="domain-editor" role="group" aria-label="Ends of the color range">
      <DomainMode view={view} ends={ends} onChange={onChange} />
      <DomainTrack {...{ basis, spread, isLog }} {...shared} />
      <div className="domain-row">
        <DomainField endIndex={0} {...shared} of={tensor} extent={[min, max]} />
        <DomainField endIndex={1} {...shared} of={tensor} extent={[min, max]} />
      </div>
      <div className="domain-row">
        <label
          className="check"
          title={`All open tensors ${lock === false ? 'get this range' : 'have the range'}, ${ends.map(shortNumber).join(' to ')}`}
        >
          <input
            type="checkbox"
            checked={lock !== false}
            onChange={({ target }) => onChange({ lock: target.checked ? [...ends] : false })}
          />
          {settings.lock.name}
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={isLog}
            onChange={({ target }) => setIsLog(target.checked)}
          />
          Log counts
        </label>
      </div>
      <p>
        Bars count cells by {cutText(basis.matrix.tensor.metric, LONGEST)}. Arrow keys move an end
        by {unitOf(range)}.
      </p>
    </div>
  )
}

/**
 * Returns the spread of the values that set a figure's colors. While they are being counted, returns the previous
 * spread.
 */
function useSpread(basis: FigureBasis): Spread | undefined {
  const missing = basis.spread === undefined ? basis : undefined
  const made = useDerived(scaleSpread, missing, { isAfterFigure: true })
  return basis.spread ?? made?.value
}

interface DomainModeProps {
  readonly view: View
  /** Current ends of the color domain. */
  readonly ends: Ends
  readonly onChange: (settings: ViewSettings) => void
}

/** Chooses the mode that sets the ends of the color range, and resets it. A lock takes precedence over the mode. */
function DomainMode({ view, ends, onChange }: DomainModeProps): ReactNode {
  const { domain, lock } = view
  const { name, options, default: auto } = settings.domain
  const id = useId()
  const isOwn = domain !== auto || lock !== settings.lock.default
  return (
    <div className={isOwn ? 'domain-row is-changed' : 'domain-row'}>
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
        <option value="own">Custom ends</option>
      </select>
      <button
        type="button"
        className="reset-button"
        hidden={!isOwn}
        aria-label={`Reset ${name.toLowerCase()}`}
        title="Reset to automatic"
        onClick={() => onChange({ domain: auto, lock: settings.lock.default })}
      >
        ↺
      </button>
    </div>
  )
}
