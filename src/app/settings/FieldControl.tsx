import { useState, type ReactNode } from 'react'
import { type ControlProps } from './ControlProps'

interface FieldControlProps extends ControlProps {
  readonly isNumber: boolean
  /** Default the setting's words for what holds while it is absent. */
  readonly placeholder?: string
}

/** A number or a text. What is being typed stands until the field is left, usable or not; an empty one is absent. */
export function FieldControl(props: FieldControlProps): ReactNode {
  const { id, helpId, setting, value, isNumber, placeholder, onChange, onReset } = props
  const [draft, setDraft] = useState<string>()
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const shown = draft ?? text
  return (
    <input
      type="text"
      inputMode={isNumber ? 'decimal' : undefined}
      id={id}
      aria-describedby={helpId}
      aria-invalid={isNumber ? numberOf(shown) !== numberOf(text) : shown !== text}
      placeholder={placeholder ?? ('absent' in setting ? setting.absent : undefined)}
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
