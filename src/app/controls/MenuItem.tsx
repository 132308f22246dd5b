import { useId, type ReactNode } from 'react'

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
