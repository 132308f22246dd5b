import { useId, type ReactNode } from 'react'

interface MenuItemProps {
  readonly label: string
  readonly about: string
  readonly onChoose: () => void
}

/**
 * An action of a menu, with a line about it; choosing it closes the menu. The line is beside the button, so that the
 * button's name is its label alone; by the style sheet both are one thing to press.
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
