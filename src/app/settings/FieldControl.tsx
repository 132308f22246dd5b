import { useId, type ReactNode } from 'react'
import { is } from 'valibot'
import { type Setting } from '../../tensor/settings/Setting'
import { cutText } from '../../text/cutText'
import { lengthOf, lengthText, type LengthUnit } from '../../text/lengths'
import { useDraft } from '../controls/useDraft'
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
}

/**
 * Edits a number or a text. The typed text stays until the field loses the focus, even if it is unusable. An empty
 * field resets the setting.
 */
export function FieldControl(props: FieldControlProps): ReactNode {
  const { id, helpId, setting, open, value, isNumber, onChange, onReset } = props
  const [draft, setDraft] = useDraft(open.tensor)
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const shown = draft ?? text
  return (
    <input
      type="text"
      inputMode={isNumber ? 'decimal' : undefined}
      id={id}
      aria-describedby={helpId}
      aria-invalid={isNumber ? numberOf(shown) !== numberOf(text) : shown !== text}
      placeholder={'absent' in setting ? setting.absent : undefined}
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

/**
 * Edits a length as people type it, with or without a unit. The view stores it in millimetres. A text that is no usable
 * length stays until the field loses the focus, with the reason below it.
 */
export function LengthField(props: ControlProps): ReactNode {
  const { id, helpId, setting, open, value, onChange, onReset } = props
  const { unit } = open.view
  const [draft, setDraft] = useDraft(open.tensor)
  const reasonId = useId()
  const reason = draft === undefined ? undefined : reasonAgainst(draft, setting, unit)
  return (
    <span className="length-field">
      <input
        type="text"
        id={id}
        aria-describedby={reason === undefined ? helpId : `${reasonId} ${helpId}`}
        aria-invalid={reason !== undefined}
        placeholder={'absent' in setting ? setting.absent : undefined}
        value={draft ?? (typeof value === 'number' ? lengthText(value, unit) : '')}
        onChange={({ target }) => {
          setDraft(target.value)
          if (target.value.trim() === '') onReset()
          else onChange(lengthOf(target.value, unit))
        }}
        onBlur={() => setDraft(undefined)}
      />
      {reason === undefined ? null : (
        <span role="alert" id={reasonId}>
          {reason}
        </span>
      )}
    </span>
  )
}

/** Returns why a typed text is no length for a setting; undefined if it is one. */
function reasonAgainst(text: string, { schema }: Setting, unit: LengthUnit): string | undefined {
  if (text.trim() === '') return undefined
  const length = lengthOf(text, unit)
  if (length === undefined) {
    return `“${cutText(text.trim(), 20)}” is not a length. Write it like 82 mm, 8.2 cm, 3.25 in or 234 pt.`
  }
  return is(schema, length)
    ? undefined
    : `A figure is ${lengthText(20, unit)} to ${lengthText(2000, unit)} wide or high, not ${lengthText(length, unit)}.`
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
