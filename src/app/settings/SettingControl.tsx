import { useState, type ReactNode } from 'react'
import { type Control, type ControlProps } from './SettingRow'

interface SettingControlProps extends ControlProps {
  readonly control: Control
}

/** The native control of a setting. */
export function SettingControl({ control, ...props }: SettingControlProps): ReactNode {
  const { id, helpId, open, value, onChange } = props
  switch (control.kind) {
    case 'own':
      return <control.Control {...props} />
    case 'check':
      return (
        <input
          type="checkbox"
          id={id}
          aria-describedby={helpId}
          checked={value === true}
          onChange={({ target }) => onChange(target.checked)}
        />
      )
    case 'choice': {
      const { options: given } = control
      const options = typeof given === 'function' ? given(open) : given
      return (
        <select
          id={id}
          aria-describedby={helpId}
          value={String(value)}
          onChange={({ target }) => onChange(options[target.selectedIndex]?.[0])}
        >
          {options.map(([option, label]) => (
            <option key={String(option)} value={String(option)}>
              {label}
            </option>
          ))}
        </select>
      )
    }
    case 'number':
    case 'text':
      return <FieldControl {...props} control={control} />
  }
}

interface FieldControlProps extends ControlProps {
  readonly control: Extract<Control, { readonly placeholder?: string }>
}

/** What is being typed stands until the field is left, usable or not. */
function FieldControl({ control, ...props }: FieldControlProps): ReactNode {
  const { id, helpId, value, onChange, onReset } = props
  const [draft, setDraft] = useState<string>()
  const isNumber = control.kind === 'number'
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const shown = draft ?? text
  return (
    <input
      type="text"
      inputMode={isNumber ? 'decimal' : undefined}
      id={id}
      aria-describedby={helpId}
      aria-invalid={isNumber ? numberOf(shown) !== numberOf(text) : shown !== text}
      placeholder={control.placeholder}
      value={shown}
      onChange={({ target }) => {
        setDraft(target.value)
        if (target.value.trim() === '') onReset()
        else onChange(isNumber ? numberOf(target.value) : target.value)
      }}
      onBlur={() => setDraft(undefined)}
    />
  )
}

/** Ticks and captions, from where a number may be copied, have a true minus. */
function numberOf(text: string): number {
  return Number(text.replace('−', '-'))
}
