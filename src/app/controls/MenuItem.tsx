import { useId, type ReactNode } from 'react'

interface MenuItemProps {
  readonly label: string
  readonly about: string
  readonly onChoose: () => void
}

/** An action of a menu, with a line about it; choosing it closes the menu. */
export function MenuItem({ label, about, onChoose }: MenuItemProps): ReactNode {
  const id = useId()
  return (
    <button
      type="button"
      data-closes-menu
      aria-label={label}
      aria-describedby={id}
      onClick={onChoose}
    >
      <b>{label}</b>
      <span id={id}>{about}</span>
    </button>
  )
}
