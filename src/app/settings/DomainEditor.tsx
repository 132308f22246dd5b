import { useState, type ReactNode } from 'react'
import { type FigureBasis } from '../../figure/figureBasis'
import { settings } from '../../tensor/settings/settings'
import { type View, type ViewSettings } from '../../tensor/View'
import { DomainField } from './DomainField'
import { DomainHandle } from './DomainHandle'
import { DomainMode } from './DomainMode'
import { Histogram } from './Histogram'
import { isUsable, unitOf, type Ends } from './domainEnds'
import { useSpread } from './useSpread'

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
  const shared = { ends, range, onChange: choose }
  return (
    <div className="domain-editor" role="group" aria-label="Colors span">
      <DomainMode view={view} ends={ends} onChange={onChange} />
      <div className="domain-track">
        <Histogram basis={basis} spread={spread} range={range} isLog={isLog} />
        <DomainHandle side={0} {...shared} />
        <DomainHandle side={1} {...shared} />
      </div>
      <div className="domain-row">
        <DomainField side={0} {...shared} extent={[min, max]} />
        <DomainField side={1} {...shared} extent={[min, max]} />
      </div>
      <div className="domain-row">
        <label className="check">
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
        Bars count cells by {basis.matrix.tensor.metric}. Arrow keys move an end by {unitOf(range)}.
      </p>
    </div>
  )
}
