import { type ReactNode } from 'react'

interface PanelButtonProps {
  readonly name: 'Findings' | 'Settings'
  readonly panel: { readonly isOpen: boolean; readonly toggle: () => void }
}

/**
 * Opens and closes a panel next to the figure. A panel that closes finds this button by its class and moves the focus
 * to it.
 */
export function PanelButton({ name, panel }: PanelButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={`button ${name.toLowerCase()}-button`}
      aria-expanded={panel.isOpen}
      onClick={panel.toggle}
    >
      {name}
    </button>
  )
}
