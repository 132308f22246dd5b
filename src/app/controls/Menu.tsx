import {
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'

interface MenuProps {
  readonly label: ReactNode
  readonly className?: string
  readonly isDisabled?: boolean
  /** Value of `data-testid` of the button; default none. */
  readonly testId?: string
  /** A click on an element with `data-closes-menu` closes the panel. */
  readonly children: ReactNode
}

/** Shows a button that opens a panel below it. Escape, a click elsewhere, or moving the focus out by Tab closes it. */
export function Menu({
  label,
  className = 'button',
  isDisabled = false,
  testId,
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
        data-testid={testId}
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
            if (!(target instanceof Element) || target.closest('[data-closes-menu]') === null)
              return
            // An action may have moved the focus elsewhere.
            const focused = document.activeElement
            if (focused === document.body || root.current?.contains(focused) === true) close()
            else leave()
          }}
        >
          {children}
        </div>
      ) : null}
    </div>
  )
}

interface MenuItemProps {
  readonly label: string
  readonly about: string
  readonly onChoose: () => void
}

/**
 * Shows an action of a menu with a line that describes it. Choosing it closes the menu. The line is outside the button,
 * so that the button's accessible name is its label alone; by the style sheet both can be pressed.
 */
export function MenuItem({ label, about, onChoose }: MenuItemProps): ReactNode {
  const id = useId()
  return (
    <div className="menu-item">
      <button type="button" data-closes-menu aria-describedby={id} onClick={onChoose}>
        {label}
      </button>
      <span id={id}>{about}</span>
    </div>
  )
}

/** If `isWatching`, calls `onPress` whenever the pointer is pressed outside the element. */
export function useOutsidePress(
  element: RefObject<HTMLElement | null>,
  isWatching: boolean,
  onPress: () => void,
): void {
  // Presses outside the element reach only the document.
  useEffect(() => {
    if (!isWatching) return undefined
    const onPointerDown = ({ target }: Event): void => {
      if (!(target instanceof Node && element.current?.contains(target) === true)) onPress()
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [element, isWatching, onPress])
}
