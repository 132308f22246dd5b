import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { useOutsidePress } from './Menu'

interface PopoverProps {
  readonly label: string
  /** The element that opened it. The popover lies beside it, and gives the focus back to it. */
  readonly opener: HTMLElement
  readonly onClose: () => void
  /** The contents, with a function that closes the popover and gives the focus back. */
  readonly children: (leave: () => void) => ReactNode
}

/** Shows contents over the page. Escape, a press elsewhere, or moving the focus out closes it. */
export function Popover({ label, opener, onClose, children }: PopoverProps): ReactNode {
  const root = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [style] = useState(() => placeBeside(opener.getBoundingClientRect()))
  useOutsidePress(root, true, onClose)
  // A field that takes the focus itself keeps it.
  useEffect(() => {
    const { current } = panel
    if (current?.contains(document.activeElement) === false) current.focus({ preventScroll: true })
  }, [])
  const leave = (): void => {
    onClose()
    opener.focus({ preventScroll: true })
  }
  return (
    <div
      ref={root}
      role="presentation"
      onKeyDown={({ key }) => {
        if (key === 'Escape') leave()
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && root.current?.contains(relatedTarget) === false) {
          onClose()
        }
      }}
    >
      <div
        className="popover"
        ref={panel}
        style={style}
        role="dialog"
        aria-label={label}
        tabIndex={-1}
      >
        {children(leave)}
      </div>
    </div>
  )
}

/** Width of the popover, and its least distances from the opener and from the window's edges, in CSS pixels. */
const WIDTH = 320
const GAP = 8
const EDGE = 12
/** Width of the window in CSS pixels below which the popover is a sheet at its lower end. */
const NARROW = 600

/** Returns the place at the side of the opener that has more room: beside a high one, else above or below. */
function placeBeside({ left, right, top, bottom, width, height }: DOMRect): CSSProperties {
  const { innerWidth, innerHeight } = window
  if (innerWidth < NARROW)
    return { left: 0, right: 0, bottom: 'var(--footer, 0)', maxHeight: '50%' }
  const isHigh = height > width
  const isLower = (top + bottom) / 2 > innerHeight / 2
  const middle = (left + right - WIDTH) / 2
  const across = isHigh
    ? left > innerWidth / 2
      ? { right: innerWidth - left + GAP }
      : { left: right + GAP }
    : { left: Math.max(EDGE, Math.min(middle, innerWidth - WIDTH - EDGE)) }
  const free = isHigh ? 0 : GAP
  const near = isHigh === isLower ? bottom : top
  const inset = Math.max(EDGE, free + (isLower ? innerHeight - near : near))
  return {
    width: WIDTH,
    ...across,
    ...(isLower ? { bottom: inset } : { top: inset }),
    maxHeight: innerHeight - inset - EDGE,
  }
}
