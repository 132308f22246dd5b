import { useId, type ReactNode } from 'react'

interface MenuItemProps {
  readonly label: string
  readonly about: string
  /** Whether the menu stays open when it is chosen; default false. */
  readonly isStaying?: boolean
  readonly onChoose: () => void
}

/**
 * An action of a menu, with a line about it, which is told again when it changes; choosing it closes the menu. The line is beside the button, so that the
 * button's name is its label alone; by the style sheet both are one thing to press.
 */
export function MenuItem({ label, about, isStaying = false, onChoose }: MenuItemProps): ReactNode {
  const id = useId()
  return (
    <div className="menu-item">
      <button
        type="button"
        data-closes-menu={isStaying ? undefined : true}
        aria-describedby={id}
        onClick={onChoose}
      >
        {label}
      </button>
      <span id={id} aria-live={isStaying ? 'polite' : undefined}>
        {about}
      </span>
    </div>
  )
}
