import { useCallback, useId, useRef, useState, type ReactNode } from 'react'
import { useOutsidePress } from './useOutsidePress'

interface MenuProps {
  readonly label: string
  readonly className?: string
  readonly isDisabled?: boolean
  /** A click on an element with `data-closes-menu` closes the panel. */
  readonly children: ReactNode
}

/** Shows a button that opens a panel below it. Escape, a click elsewhere, or moving the focus out by Tab closes it. */
export function Menu({
  label,
  className = 'button',
  isDisabled = false,
  children,
}: MenuProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const id = useId()
  const leave = useCallback(() => setIsOpen(false), [])
  useOutsidePress(root, isOpen, leave)
  const close = (): void => {
    setIsOpen(false)
    root.current?.querySelector('button')?.focus()
  }
  return (
    <div
      className="menu"
      ref={root}
      role="presentation"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) close()
      }}
      onBlur={(event) => {
        const next = event.relatedTarget
        if (next instanceof Node && root.current?.contains(next) === false) setIsOpen(false)
      }}
    >
      <button
        type="button"
        className={className}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        disabled={isDisabled}
        onClick={() => setIsOpen((was) => !was)}
      >
        {label}
        <span className="caret" aria-hidden="true" />
      </button>
      {isOpen ? (
        <div
          className="menu-panel"
          id={id}
          role="presentation"
          onClick={({ target }) => {
            if (target instanceof Element && target.closest('[data-closes-menu]') !== null) close()
          }}
        >
          {children}
        </div>
      ) : null}
    </div>
  )
}
