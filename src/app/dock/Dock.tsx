import { useEffect, useRef, type ReactNode } from 'react'
import { DOCK_WIDTH, type DockState } from './useDock'

interface DockProps {
  readonly dock: Pick<DockState, 'width' | 'resize'>
  /** Name of the panel that the children are. */
  readonly panel: string
  /** True if the reader opened the panel, which then takes the focus. */
  readonly takesFocus: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Shows a panel beside the figure. Escape closes it. */
export function Dock({ dock, panel, takesFocus, onClose, children }: DockProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  // The panel is far from its button in the document. With the focus here, the next Tab reaches the panel's first
  // control.
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <section className={`panel ${panel.toLowerCase()}`} aria-labelledby="dock-title">
      <DockEdge dock={dock} />
      <div
        role="presentation"
        onKeyDown={({ key }) => {
          if (key === 'Escape') onClose()
        }}
      >
        <div className="panel-head">
          <h2 id="dock-title" ref={heading} tabIndex={-1}>
            {panel}
          </h2>
          <button
            type="button"
            className="button is-quiet"
            aria-label={`Close ${panel.toLowerCase()}`}
            onClick={onClose}
          >
            ×
          </button>
        </div>
        {children}
      </div>
    </section>
  )
}

/** Steps of the width in CSS pixels, by key. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: 16, ArrowRight: -16 }

/** Shows the edge of the dock, by which its width can be dragged. A double click restores the default width. */
function DockEdge({ dock: { width, resize } }: Pick<DockProps, 'dock'>): ReactNode {
  const drag = useRef<{ readonly x: number; readonly width: number }>(undefined)
  return (
    <div
      className="dock-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the panel"
      aria-valuemin={DOCK_WIDTH.least}
      aria-valuemax={DOCK_WIDTH.greatest}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: event.clientX, width }
      }}
      onPointerMove={({ clientX }) => {
        if (drag.current !== undefined) resize(drag.current.width + drag.current.x - clientX)
      }}
      onLostPointerCapture={() => {
        drag.current = undefined
      }}
      onDoubleClick={() => resize(DOCK_WIDTH.normal)}
      onKeyDown={(event) => {
        const step = STEPS[event.key]
        if (step === undefined) return
        event.preventDefault()
        resize(width + step)
      }}
    />
  )
}
