import { type ReactNode } from 'react'
import { type FigureTheme } from './FigureTheme'

interface HatchPatternProps {
  readonly id: string
  readonly theme: FigureTheme
}

/** The padding's texture: diagonal strokes on nothing, so that it is never taken for a value. */
export function HatchPattern({ id, theme }: HatchPatternProps): ReactNode {
  return (
    <defs>
      <pattern
        id={id}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line x1="3" y1="0" x2="3" y2="6" stroke={theme.hatch} strokeWidth="1.25" />
      </pattern>
    </defs>
  )
}
