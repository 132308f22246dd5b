import { useId, type ReactNode } from 'react'

interface SegmentedProps<Value extends string> {
  readonly legend: string
  readonly value: Value
  readonly options: readonly (readonly [value: Value, label: string])[]
  readonly onChange: (value: Value) => void
}

/** Offers a few choices that are all visible: radio buttons in one frame. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>): ReactNode {
  const { legend, value, options, onChange } = props
  const name = useId()
  return (
    <fieldset className="segmented">
      <legend>{legend}</legend>
      <div className="segments">
        {options.map(([option, label]) => (
          <label key={option} className={option === value ? 'segment is-chosen' : 'segment'}>
            <input
              type="radio"
              name={name}
              checked={option === value}
              onChange={() => onChange(option)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
