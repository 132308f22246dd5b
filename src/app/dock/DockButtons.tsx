import { type ReactNode } from 'react'
import { dockButtonId, dockPanels, type DockState } from './useDock'

/** Shows and hides the panels of the dock. A panel that closes moves the focus back to its button. */
export function DockButtons({ dock: { panel, toggle } }: { readonly dock: DockState }): ReactNode {
  return (
    <div className="segments dock-buttons" role="group" aria-label="Panels">
      {dockPanels.map((name) => (
        <button
          key={name}
          id={dockButtonId(name)}
          type="button"
          className={name === panel ? 'segment is-chosen' : 'segment'}
          aria-expanded={name === panel}
          onClick={() => toggle(name)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
