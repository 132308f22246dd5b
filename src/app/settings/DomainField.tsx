import { type ReactNode } from 'react'
import { useDraft } from '../controls/useDraft'
import { isUsable, type Ends, type EndIndex } from './Ends'

interface DomainFieldProps {
  readonly endIndex: EndIndex
  readonly ends: Ends
  /** The tensor whose domain is edited. */
  readonly of: object
  /** Least and greatest value. An empty field stands for its end of this range. */
  readonly extent: Ends
  readonly onChange: (ends: Ends) => void
}

/**
 * Edits one end of the domain as a number. A usable number takes effect while it is typed; for any other, the reason is
 * shown next to the field.
 */
export function DomainField({ endIndex, ends, of, extent, onChange }: DomainFieldProps): ReactNode {
  const [draft, setDraft] = useDraft(of)
  const typed = draft === undefined ? ends : endsOf(draft, endIndex, ends, extent)
  const reason = isUsable(typed) ? undefined : reasonOf(typed[endIndex])
  return (
    <label>
      {endIndex === 0 ? 'Low ' : 'High '}
      <input
        type="text"
        inputMode="decimal"
        aria-invalid={reason !== undefined}
        value={draft ?? Number(ends[endIndex].toPrecision(6))}
        onChange={({ target }) => {
          setDraft(target.value)
          onChange(endsOf(target.value, endIndex, ends, extent))
        }}
        onBlur={() => setDraft(undefined)}
      />
      {reason === undefined ? null : <span role="alert">{reason}</span>}
    </label>
  )
}

function endsOf(text: string, endIndex: EndIndex, [low, high]: Ends, extent: Ends): Ends {
  const value =
    text.trim() === '' ? extent[endIndex] : Number(text.replace('−', '-').replace(',', '.'))
  return endIndex === 0 ? [value, high] : [low, value]
}

function reasonOf(value: number): string {
  return Number.isFinite(value)
    ? 'The low end must be below the high end. The colors did not change.'
    : 'This is not a number. The colors did not change.'
}
