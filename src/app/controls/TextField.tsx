import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react'

interface TextFieldProps {
  readonly text: string
  readonly label: string
  readonly className?: string
  readonly style?: CSSProperties
  /** Called with the new text, or undefined if nothing changes; `isByKey` if Enter or Escape ended the edit. */
  readonly onEnd: (typed: string | undefined, isByKey: boolean) => void
}

/**
 * Edits one text, which is selected at first. Enter, leaving the field and its removal take it over, Escape does not.
 */
export function TextField({ text, label, className, style, onEnd }: TextFieldProps): ReactNode {
  const [typed, setTyped] = useState(text)
  // A field that is removed loses the focus, which must not end the edit a second time.
  const isEnded = useRef(false)
  const end = (result: string, isByKey: boolean): void => {
    if (isEnded.current) return
    isEnded.current = true
    onEnd(result === text ? undefined : result, isByKey)
  }
  // A removed field gets no event.
  const leave = useRef(() => {})
  useEffect(() => {
    leave.current = () => end(typed, false)
  })
  useEffect(() => () => leave.current(), [])
  return (
    <input
      type="text"
      className={className}
      aria-label={label}
      maxLength={2000}
      style={style}
      value={typed}
      ref={selectAll}
      onChange={({ target }) => setTyped(target.value)}
      onFocus={() => {
        isEnded.current = false
      }}
      onBlur={() => end(typed, false)}
      onKeyDown={(event) => {
        // The keys of what is around the field must not act on what is typed.
        event.stopPropagation()
        if (event.key === 'Enter') end(typed, true)
        if (event.key === 'Escape') end(text, true)
      }}
    />
  )
}

/** Selects the text of a new field. React calls it once, since it is the same function in every render. */
function selectAll(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true })
  field?.select()
}
