import { type ReactNode } from 'react'
import { SWATCH_GAP, SWATCH_HEIGHT, SWATCH_WIDTH, type LegendItem } from '../layout/legendLayout'
import { type TextStyle } from '../layout/TextStyle'
import { type Textures } from './Cells'
import { type FigureTheme } from './FigureTheme'

interface LegendProps {
  readonly items: readonly LegendItem[]
  readonly caption: TextStyle
  readonly theme: FigureTheme
  readonly textures: Textures
}

/** The legend of cells that are not in the ramp: padding, not in the query, missing, and beyond the domain. */
export function Legend({ items, caption, theme, textures }: LegendProps): ReactNode {
  return items.map(({ kind, text, x, y }) => (
    <g key={kind}>
      <rect
        x={x}
        y={y}
        width={SWATCH_WIDTH}
        height={SWATCH_HEIGHT}
        fill={kind === 'padding' || kind === 'unaligned' ? textures[kind] : theme.absent[kind]}
        stroke={theme.line}
        strokeWidth={kind === 'padding' || kind === 'unaligned' ? 0.5 : 0}
      />
      <text
        x={x + SWATCH_WIDTH + SWATCH_GAP}
        y={y + SWATCH_HEIGHT / 2}
        dy="0.35em"
        fontSize={caption.fontSize}
        fill={theme.muted}
      >
        {text}
      </text>
    </g>
  ))
}
