import { type ReactNode } from 'react'

interface PanelButtonProps {
  readonly name: 'Findings' | 'Settings'
  readonly panel: { readonly isOpen: boolean; readonly toggle: () => void }
}

/** Opens a panel beside the figure, and folds it away; a closed panel gives the focus back to it by its class. */
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
