import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { isFigureOf, type PageFigure } from '../figure/useFigure'
import { type OpenTensor } from '../state/AppState'
import { announcement, spokenState, type SpokenState } from './announcements'

interface AnnouncerProps {
  readonly open: OpenTensor | undefined
  readonly figure: PageFigure | undefined
  /** Name of the panel that the reader chose; undefined if none. */
  readonly panel: string | undefined
}

/** Time in milliseconds for which nothing changes before a change is said. A zoom has many steps. */
const REST_MS = 400

/** Says to screen readers what changed: file, query, pinned cell, zoom, order, panel. The readout says the read cell. */
export function Announcer({ open, figure, panel }: AnnouncerProps): ReactNode {
  const last = useRef<SpokenState>(undefined)
  const [said, setSaid] = useState('')
  // While the figure of another tensor is being made, the shown one is of the tensor before.
  const isCurrent = open !== undefined && isFigureOf(figure, open)
  const state = useMemo(
    () =>
      isCurrent && figure
        ? spokenState(open, figure, open.hasAxes === true ? 'Axes' : panel)
        : undefined,
    [isCurrent, open, figure, panel],
  )
  // Screen readers are outside React's state, and read what stays for a moment.
  useEffect(() => {
    if (state === undefined) return undefined
    // The first figure is no change.
    const before = (last.current ??= state)
    const timer = setTimeout(() => {
      const text = announcement(before, state)
      last.current = state
      if (text !== '') setSaid(text)
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [state])
  return (
    <p role="status" className="visually-hidden" data-testid="announcement">
      {said}
    </p>
  )
}
