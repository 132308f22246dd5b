import { type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { BAR_COUNT, type Spread } from '../../analysis/Spread'
import { stepColors, stepOf } from '../../color/Palette'
import { type FigureBasis } from '../../figure/figureBasis'
import { figureTheme } from '../../figure/FigureTheme'
import { unitOf, withEnd, type EndIndex, type Ends } from './Ends'

interface HistogramProps {
  readonly basis: FigureBasis
  /** Undefined while the values are being counted. */
  readonly spread: Spread | undefined
  /** Range of values along the track. */
  readonly range: Ends
  readonly isLog: boolean
}

interface DomainTrackProps extends HistogramProps {
  readonly ends: Ends
  readonly onChange: (ends: Ends) => void
}

/** Shows the histogram of the values, and over it a handle for each end of the domain. */
export function DomainTrack({ ends, onChange, ...histogram }: DomainTrackProps): ReactNode {
  const shared = { ends, range: histogram.range, onChange }
  return (
    <div className="domain-track">
      <Histogram {...histogram} />
      <DomainHandle endIndex={0} {...shared} />
      <DomainHandle endIndex={1} {...shared} />
    </div>
  )
}

const HEIGHT = 60
const WIDTH = 300

/** Shows the number of cells per range of values. Each bar has the color of the middle of its range. */
function Histogram({ basis, spread, range, isLog }: HistogramProps): ReactNode {
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
          ? 'Histogram without values'
          : `Histogram of the values from ${min} to ${max}; the highest bar counts ${most} cells`
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

interface DomainHandleProps {
  readonly endIndex: EndIndex
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
function DomainHandle({ endIndex, ends, range, onChange }: DomainHandleProps): ReactNode {
  const [first, last] = range
  const value = ends[endIndex]
  const share = (value - first) / (last - first || 1)
  const move = (to: number): void => onChange(withEnd(ends, endIndex, to, range))
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
      aria-label={endIndex === 0 ? 'Low end' : 'High end'}
      aria-valuemin={first}
      aria-valuemax={last}
      aria-valuenow={value}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onKeyDown={onKeyDown}
    />
  )
}
