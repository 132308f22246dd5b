import { type ReactNode } from 'react'
import { inkOn, veiled } from '../color/inkOn'
import { stepColors, stepOf } from '../color/Palette'
import { type Rect } from '../layout/PlotGrid'
import { valueLabels, valueFormat } from '../layout/valueLabels'
import { type CellPicture } from './CellPicture'
import { type PlotModel } from './figureModel'
import { shownRamp } from './shownRamp'

/** How much of a special token's column its veil hides. */
const VEIL = 0.6

interface CellValuesProps {
  readonly plot: PlotModel
  readonly picture: CellPicture
}

/** What lies over the cells: veils over dimmed columns, and the values written into the cells where they fit. */
export function CellValues({ plot, picture }: CellValuesProps): ReactNode {
  return (
    <>
      {plot.veils.map((rect) => (
        <rect key={rect.x} {...rect} fill={plot.theme.background} fillOpacity={VEIL} />
      ))}
      <Values plot={plot} picture={picture} />
    </>
  )
}

function Values({ plot, picture }: CellValuesProps): ReactNode {
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
