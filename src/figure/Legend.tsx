import { type ReactNode } from 'react'
import { SWATCH_GAP, SWATCH_HEIGHT, SWATCH_WIDTH } from '../layout/legendLayout'
import { fadedColor } from './CellPicture'
import { type Textures } from './Cells'
import { type FigureModel } from './figureModel'

interface LegendProps {
  readonly model: FigureModel
  readonly textures: Textures
}

/** The legend of cells that are not in the ramp, padding, not in the query, missing, beyond the domain, or pale. */
export function Legend({ model, textures }: LegendProps): ReactNode {
  const { basis, theme, layout } = model
  const { caption } = layout.style
  const fills = { ...theme.absent, ...textures, faded: fadedColor(basis, theme) }
  return layout.legend.map(({ kind, text, x, y, isContinued }) => (
    <g key={`${kind} ${y}`}>
      {isContinued ? null : (
        <rect
          x={x}
          y={y}
          width={SWATCH_WIDTH}
          height={SWATCH_HEIGHT}
          fill={fills[kind]}
          stroke={theme.line}
          strokeWidth={kind === 'padding' || kind === 'unaligned' ? 0.5 : 0}
        />
      )}
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
