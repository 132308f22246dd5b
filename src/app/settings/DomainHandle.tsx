import { type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { unitOf, withEnd, type Ends, type Side } from './domainEnds'

interface DomainHandleProps {
  readonly side: Side
  readonly ends: Ends
  /** Range of values along the track. */
  readonly range: Ends
  readonly onChange: (ends: Ends) => void
}

/** Steps by which a key moves the handle; with Shift ten times as many. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
}

/** Moves one end of the domain along the histogram, by pointer or by keys. */
export function DomainHandle({ side, ends, range, onChange }: DomainHandleProps): ReactNode {
  const [first, last] = range
  const value = ends[side]
  const share = (value - first) / (last - first || 1)
  const move = (to: number): void => onChange(withEnd(ends, side, to, range))
  const onPointer = (event: PointerEvent<HTMLElement>): void => {
    const track = event.currentTarget.parentElement?.getBoundingClientRect()
    if (event.buttons !== 1 || track === undefined) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const place = Math.max(0, Math.min(1, (event.clientX - track.left) / track.width))
    move(first + place * (last - first))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const steps = STEPS[event.key]
    const edge = { Home: first, End: last }[event.key]
    if (steps === undefined && edge === undefined) return
    event.preventDefault()
    move(edge ?? value + (steps ?? 0) * unitOf(range) * (event.shiftKey ? 10 : 1))
  }
  return (
    <div
      className="domain-handle"
      style={{ left: `${100 * Math.max(0, Math.min(1, share))}%` }}
      role="slider"
      tabIndex={0}
      aria-label={side === 0 ? 'Low end' : 'High end'}
      aria-valuemin={first}
      aria-valuemax={last}
      aria-valuenow={value}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onKeyDown={onKeyDown}
    />
  )
}
