import { type ReactNode } from 'react'
import { BAR_COUNT, type Spread } from '../../analysis/Spread'
import { stepColors } from '../../color/Palette'
import { stepOf } from '../../color/stepOf'
import { type FigureBasis } from '../../figure/figureBasis'
import { figureTheme } from '../../figure/FigureTheme'
import { type Ends } from './domainEnds'

interface HistogramProps {
  readonly basis: FigureBasis
  /** Undefined while the values are being counted. */
  readonly spread: Spread | undefined
  /** Range of values along the axis. */
  readonly range: Ends
  readonly isLog: boolean
}

const HEIGHT = 60
const WIDTH = 300

/** Shows the number of cells per range of values. Each bar has the color of the middle of its range. */
export function Histogram({ basis, spread, range, isLog }: HistogramProps): ReactNode {
  const { min = NaN, max = NaN } = spread ?? {}
  // If no value is finite, there are no bars and no ends.
  const bars = spread !== undefined && min <= max ? spread.bars : []
  const most = Math.max(...bars, 1)
  const heightOf = (count: number): number => {
    const share = isLog ? Math.log1p(count) / Math.log1p(most) : count / most
    // A bar of one cell among millions must still be visible.
    return count === 0 ? 0 : Math.max(1, share * HEIGHT)
  }
  const scale = WIDTH / (range[1] - range[0] || 1)
  const width = Math.max(1, ((max - min) / BAR_COUNT) * scale)
  const { absent } = figureTheme('light', basis.view.colormap)
  const colors = stepColors(basis.ramp, absent)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={
        bars.length === 0
          ? 'Histogram of no values'
          : `Histogram of the values from ${min} to ${max}; the fullest bar has ${most} cells`
      }
    >
      {Array.from(bars, (count, bar) => {
        const value = min + ((bar + 0.5) / BAR_COUNT) * (max - min)
        const x = (min - range[0]) * scale + bar * ((max - min) / BAR_COUNT) * scale
        const height = heightOf(count)
        const fill = basis.colorScale && colors[stepOf(value, basis.colorScale)]
        return (
          <rect key={bar} x={x} y={HEIGHT - height} width={width} height={height} fill={fill} />
        )
      })}
    </svg>
  )
}
