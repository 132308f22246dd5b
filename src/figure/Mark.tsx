import { type ReactNode } from 'react'
import { type Rect } from '../layout/PlotGrid'

/** Outline of a cell: dark on light, so that it is seen on every color of a ramp. */
export function Mark({ rect }: { readonly rect: Rect }): ReactNode {
  const { x, y, width, height } = rect
  const place = { x: x - 1, y: y - 1, width: width + 2, height: height + 2 }
  return (
    <g fill="none" data-testid="mark">
      <rect {...place} stroke="#ffffff" strokeWidth={4} />
      <rect {...place} stroke="#12151b" strokeWidth={2} />
    </g>
  )
}
