import { type ReactNode } from 'react'
import { type PlotLayout } from '../layout/FigureLayout'
import { AXIS_TITLE, SUBTITLE, TICK, TOKEN } from '../layout/TextStyle'
import { type FigureTheme } from './FigureTheme'

interface AxisProps {
  readonly layout: PlotLayout
  readonly theme: FigureTheme
}

interface AxesProps extends AxisProps {
  /** Whether the labels of special tokens are muted. */
  readonly isDimmed: boolean
  /** Font family of the tokens. */
  readonly tokenFont: string
}

/** The labels and titles of both axes. */
export function Axes({ layout, theme, isDimmed, tokenFont }: AxesProps): ReactNode {
  return (
    <>
      <LayerAxis layout={layout} theme={theme} />
      <TokenAxis layout={layout} theme={theme} isDimmed={isDimmed} tokenFont={tokenFont} />
    </>
  )
}

const LABEL_GAP = 8
/** Distance from the plot to the anchor of a turned label. */
const ANCHOR_GAP = 8
const UPRIGHT_BASELINE = 15

function LayerAxis({ layout, theme }: AxisProps): ReactNode {
  const { layerTitle, layerLabels, grid } = layout
  return (
    <g>
      {layerLabels.map(({ rowIndex, y, text, fullText }) => (
        <text
          key={rowIndex}
          x={grid.plot.x - LABEL_GAP}
          y={y}
          dy="0.35em"
          textAnchor="end"
          fontSize={TICK.fontSize}
          fill={theme.muted}
        >
          {fullText === undefined ? null : <title>{fullText}</title>}
          {text}
        </text>
      ))}
      {layerTitle === undefined ? null : (
        <text
          transform={`translate(${layerTitle.x} ${layerTitle.y}) rotate(-90)`}
          textAnchor="middle"
          fontSize={AXIS_TITLE.fontSize}
          fill={theme.text}
        >
          {layerTitle.text}
        </text>
      )}
    </g>
  )
}

function TokenAxis({ layout, theme, isDimmed, tokenFont }: AxesProps): ReactNode {
  const { tokenLabels, tokenTitle, grid } = layout
  const bottom = grid.plot.y + grid.plot.height
  return (
    <g>
      <g fontFamily={tokenFont} fontSize={TOKEN.fontSize} fill={theme.text}>
        {tokenLabels.labels.map(({ columnIndex, x, text, fullText, isSpecial }) => (
          <text
            key={columnIndex}
            {...labelPlace(x, bottom, tokenLabels.angle)}
            fontWeight={isSpecial ? 700 : undefined}
            fill={isSpecial && isDimmed ? theme.muted : undefined}
          >
            {fullText === undefined ? null : <title>{fullText}</title>}
            {text}
          </text>
        ))}
      </g>
      {tokenTitle.map(({ x, y, title, note }) => (
        <text
          key={y}
          x={x}
          y={y}
          textAnchor="middle"
          fontSize={AXIS_TITLE.fontSize}
          fill={theme.text}
        >
          {/* librsvg drops a space that begins a tspan. */}
          {title === '' || note === '' ? title : `${title} `}
          {note === '' ? null : (
            <tspan fontSize={SUBTITLE.fontSize} fill={theme.muted}>
              {note}
            </tspan>
          )}
        </text>
      ))}
    </g>
  )
}

type LabelPlace = Readonly<Record<string, number | string>>

function labelPlace(x: number, bottom: number, angle: 0 | -45 | -90): LabelPlace {
  if (angle === 0) return { x, y: bottom + UPRIGHT_BASELINE, textAnchor: 'middle' }
  const transform = `translate(${x} ${bottom + ANCHOR_GAP}) rotate(${angle})`
  return { transform, dy: '0.35em', textAnchor: 'end' }
}
