import { useState, type ReactNode } from 'react'
import { type Setting } from '../../tensor/settings/Setting'
import { type OpenTensor } from '../state/AppState'

/** Props of the control of any setting. */
export interface ControlProps {
  /** Id of the control's element, for the row's label. */
  readonly id: string
  /** Id of the element with the row's help. */
  readonly helpId: string
  readonly setting: Setting
  readonly open: OpenTensor
  /** Value of the setting in the view. */
  readonly value: unknown
  /** Accepts any value. A value that the setting's schema refuses changes nothing. */
  readonly onChange: (value: unknown) => void
  readonly onReset: () => void
}

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

const MM_PER_INCH = 25.4

/** Edits a length in the unit of the view. The view stores it in millimetres. */
export function LengthField({ value, onChange, ...props }: ControlProps): ReactNode {
  const { setting, open } = props
  const { unit } = open.view
  const absent = 'absent' in setting ? `${setting.absent}, ` : ''
  const factor = unit === 'in' ? MM_PER_INCH : 1
  return (
    <FieldControl
      {...props}
      isNumber
      placeholder={`${absent}in ${unit}`}
      value={typeof value === 'number' ? Number((value / factor).toPrecision(6)) : value}
      onChange={(length) => onChange(typeof length === 'number' ? length * factor : length)}
    />
  )
}

/** Chooses a text of the figure: the reader's own, the generated one, or none. */
export function OwnText(props: ControlProps): ReactNode {
  const { id, value, onChange, onReset } = props
  const isHidden = value === false
  return (
    <span className="own-text">
      {isHidden ? (
        <input type="text" id={id} disabled placeholder="hidden" />
      ) : (
        <FieldControl {...props} isNumber={false} />
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={isHidden}
          onChange={({ target }) => (target.checked ? onChange(false) : onReset())}
        />
        Hide
      </label>
    </span>
  )
}
