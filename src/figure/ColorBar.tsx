import { type ReactNode, type SVGProps } from 'react'
import { type Ramp } from '../color/colormaps'
import { type BarTitle, type ColorBarLayout } from '../layout/colorBarLayout'
import { type LayoutStyle } from '../layout/LayoutStyle'
import { type FigureTheme } from './FigureTheme'

interface ColorBarProps {
  readonly layout: ColorBarLayout
  readonly style: LayoutStyle
  readonly ramp: Ramp
  readonly theme: FigureTheme
  /** Prefix of ids, which makes them unique if a document contains several figures. */
  readonly idPrefix: string
}

/** Every fifth step is a stop: interpolation in sRGB between two stops differs by less than a step of 8 bits. */
const STOP_EVERY = 5

/** The ramp with its low end at the bottom, its ticks and the name of the metric. */
export function ColorBar({ layout, style, ramp, theme, idPrefix }: ColorBarProps): ReactNode {
  const { rect, ticks, pointers, bracket, tickTextX, title } = layout
  const id = `${idPrefix}-ramp`
  return (
    <g>
      <defs>
        <linearGradient id={id} x1="0" y1="1" x2="0" y2="0">
          {ramp.map((color, step) =>
            step % STOP_EVERY === 0 ? (
              <stop key={color} offset={step / (ramp.length - 1)} stopColor={color} />
            ) : null,
          )}
        </linearGradient>
      </defs>
      <rect {...rect} fill={`url(#${id})`} shapeRendering="crispEdges" />
      {bracket === undefined ? null : <path d={bracket} fill="none" stroke={theme.text} />}
      {pointers.map(({ kind, points, y, text }) => (
        <g key={kind}>
          <polygon points={points} fill={theme.absent[kind]} />
          <text
            x={tickTextX}
            y={y}
            dy="0.35em"
            fontSize={style.caption.fontSize}
            fill={theme.muted}
          >
            {text}
          </text>
        </g>
      ))}
      {ticks.map(({ y, text }) => (
        <g key={text}>
          <line
            x1={rect.x + rect.width}
            x2={rect.x + rect.width + style.bar.tickLength}
            y1={y}
            y2={y}
            stroke={theme.line}
          />
          <text x={tickTextX} y={y} dy="0.35em" fontSize={style.tick.fontSize} fill={theme.muted}>
            {text}
          </text>
        </g>
      ))}
      {title === undefined ? null : (
        <text {...titlePlace(title)} fontSize={style.axisTitle.fontSize} fill={theme.text}>
          {title.text}
        </text>
      )}
    </g>
  )
}

function titlePlace({ x, y, isTurned }: BarTitle): SVGProps<SVGTextElement> {
  return isTurned
    ? { transform: `translate(${x} ${y}) rotate(90)`, dy: '0.35em', textAnchor: 'middle' }
    : { x, y, textAnchor: 'end' }
}
