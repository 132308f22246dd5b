import { useState, type ReactNode } from 'react'
import { type ControlProps } from './ControlProps'

interface FieldControlProps extends ControlProps {
  readonly isNumber: boolean
  /** Placeholder of the empty field; default the setting's description of its absence. */
  readonly placeholder?: string
}

/**
 * Edits a number or a text. The typed text stays until the field loses the focus, even if it is unusable. An empty
 * field resets the setting.
 */
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

/**
 * Returns the number that a text denotes, else NaN. The text may have a true minus sign (U+2212), as in numbers copied
 * from ticks and captions.
 */
function numberOf(text: string): number {
  return Number(text.replace('−', '-'))
}
