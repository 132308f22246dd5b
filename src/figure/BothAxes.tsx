import { type ReactNode } from 'react'
import { type PlotLayout } from '../layout/FigureLayout'
import { type LayoutStyle } from '../layout/LayoutStyle'
import { type TokenLabels } from '../layout/tokenLabels'
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
export function BothAxes({ layout, theme, isDimmed, tokenFont }: AxesProps): ReactNode {
  return (
    <>
      <LayerAxis layout={layout} theme={theme} />
      <TokenAxis layout={layout} theme={theme} isDimmed={isDimmed} tokenFont={tokenFont} />
    </>
  )
}

function LayerAxis({ layout, theme }: AxisProps): ReactNode {
  const { layerTitle, layerLabels, grid, style } = layout
  return (
    <g>
      {layerLabels.map(({ rowIndex, y, text, fullText }) => (
        <text
          key={rowIndex}
          x={grid.plot.x - style.layerGap}
          y={y}
          dy="0.35em"
          textAnchor="end"
          fontSize={style.tick.fontSize}
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
          fontSize={style.axisTitle.fontSize}
          fill={theme.text}
        >
          {layerTitle.text}
        </text>
      )}
    </g>
  )
}

function TokenAxis({ layout, theme, isDimmed, tokenFont }: AxesProps): ReactNode {
  const { tokenLabels, tokenTitle, grid, style } = layout
  const bottom = grid.plot.y + grid.plot.height
  return (
    <g>
      <g fontFamily={tokenFont} fontSize={style.token.fontSize} fill={theme.text}>
        {tokenLabels.labels.map(({ columnIndex, x, text, fullText, isSpecial }) => (
          <text
            key={columnIndex}
            {...labelPlace(x, bottom, tokenLabels.angle, style)}
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
          fontSize={style.axisTitle.fontSize}
          fill={theme.text}
        >
          {/* librsvg drops a space that begins a tspan. */}
          {title === '' || note === '' ? title : `${title} `}
          {note === '' ? null : (
            <tspan fontSize={style.axisNote.fontSize} fill={theme.muted}>
              {note}
            </tspan>
          )}
        </text>
      ))}
    </g>
  )
}

type LabelPlace = Readonly<Record<string, number | string>>

function labelPlace(
  x: number,
  bottom: number,
  angle: TokenLabels['angle'],
  { tokenBaseline, tokenGap }: LayoutStyle,
): LabelPlace {
  if (angle === 0) return { x, y: bottom + tokenBaseline, textAnchor: 'middle' }
  const transform = `translate(${x} ${bottom + tokenGap}) rotate(${angle})`
  return { transform, dy: '0.35em', textAnchor: 'end' }
}
