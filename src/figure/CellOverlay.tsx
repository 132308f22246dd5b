import { type ReactNode } from 'react'
import { inkOn, veiled } from '../color/inkOn'
import { stepColors, stepOf } from '../color/Palette'
import { type Rect } from '../layout/PlotGrid'
import { valueFormat, valueLabels } from '../layout/valueLabels'
import { shownRamp, type CellPicture } from './CellPicture'
import { type PlotModel } from './plotModel'

/** Opacity of a veil over the column of a special token. */
const VEIL = 0.6

interface CellOverlayProps {
  readonly plot: PlotModel
  readonly picture: CellPicture
}

/** Veils over dimmed columns, and the values in the cells if they fit. */
export function CellOverlay({ plot, picture }: CellOverlayProps): ReactNode {
  return (
    <>
      {plot.veils.map((rect) => (
        <rect key={rect.x} {...rect} fill={plot.theme.background} fillOpacity={VEIL} />
      ))}
      <Values plot={plot} picture={picture} />
    </>
  )
}

function Values({ plot, picture }: CellOverlayProps): ReactNode {
  const { basis, layout, theme, veils } = plot
  const { colorScale, view } = basis
  if (view.digits === 0 || picture.kind !== 'shapes' || colorScale === undefined) return null
  const { values } = picture.bins
  const shown = valueLabels(picture.bins, layout.grid, valueFormat(colorScale, view.digits))
  if (shown === undefined) return null
  const colors = stepColors(shownRamp(basis, theme), theme.absent)
  const inkAt = (bin: number, x: number): string => {
    const color = colors[stepOf(values[bin], colorScale)] ?? theme.background
    return inkOn(veils.some(isOver(x)) ? veiled(color, theme.background, VEIL) : color)
  }
  return (
    <g
      data-testid="values"
      fontSize={shown.fontSize}
      fontVariant="tabular-nums"
      textAnchor="middle"
      pointerEvents="none"
    >
      {shown.labels.map(({ bin, x, y, text }) => (
        <text key={bin} x={x} y={y} dy="0.35em" fill={inkAt(bin, x)}>
          {text}
        </text>
      ))}
    </g>
  )
}

function isOver(x: number): (rect: Rect) => boolean {
  return (rect) => x >= rect.x && x < rect.x + rect.width
}

/** The outline of a cell: dark on light, so that it is visible on every color of a ramp. */
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
