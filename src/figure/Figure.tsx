import { type ReactNode } from 'react'
import { type Plots } from '../layout/LayoutInput'
import { cellMarkRect } from '../layout/PlotGrid'
import { type TextLine } from '../layout/shorten'
import { type TextStyle } from '../layout/TextStyle'
import { visibleProse } from '../text/visibleText'
import { BothAxes } from './BothAxes'
import { CellOverlay, Mark } from './CellOverlay'
import { type CellPicture } from './CellPicture'
import { Cells, TexturePatterns, type Textures } from './Cells'
import { ColorBars } from './ColorBars'
import { type FigureModel } from './figureModel'
import { figureFonts } from './FigureTheme'
import { Legend } from './Legend'
import { type PlotModel } from './plotModel'
import { Strips } from './Strips'

interface FigureProps {
  readonly model: FigureModel
  /** The picture of the cells of each plot. */
  readonly pictures: Plots<CellPicture>
  /** Whether the figure has no background; default false. */
  readonly isTransparent?: boolean
  /**
   * Whether the figure has a `<title>` and marks the pinned cell, as in a file; default false. On the page, the title
   * would appear as a tooltip everywhere, and the mark is an overlay.
   */
  readonly isStandalone?: boolean
  /** Width on paper in millimetres; default the width of the layout in CSS pixels. */
  readonly physicalWidth?: number
  /** CSS pixels per CSS pixel of the layout if the width is not in millimetres; default 1. */
  readonly scale?: number
  /** A small text in the margin below everything else; default none. */
  readonly mark?: string | undefined
  /** Text alternative; default that of the model. The page replaces it by a longer one later. */
  readonly description?: ReactNode
  /** Prefix of ids, which must differ between figures of one document; default `simlens`. */
  readonly idPrefix?: string
}

/**
 * The complete figure as SVG elements, with presentation attributes only. It is a pure function of its properties: the
 * page renders it, and `export/xml/serialize` writes it, in Node as in the browser.
 */
export function Figure(props: FigureProps): ReactNode {
  const {
    model,
    pictures,
    isTransparent = false,
    isStandalone = false,
    idPrefix = 'simlens',
  } = props
  const { layout, theme, basis, plots } = model
  const { width, height, style } = layout
  const fonts = figureFonts[style.tick.isEmbedded === true ? 'paper' : 'screen']
  const textures = {
    padding: `url(#${idPrefix}-padding)`,
    unaligned: `url(#${idPrefix}-unaligned)`,
  }
  return (
    <svg
      data-testid="figure"
      {...sizeOf(props)}
      viewBox={`0 0 ${width} ${height}`}
      {...(isStandalone ? { role: 'img' } : onPage(idPrefix))}
      aria-label={visibleProse(basis.label)}
      fontFamily={fonts.words}
    >
      {isStandalone ? <title>{visibleProse(basis.label)}</title> : null}
      <desc id={`${idPrefix}-description`}>{props.description ?? model.description}</desc>
      {isTransparent ? null : <rect width={width} height={height} fill={theme.background} />}
      <TexturePatterns counts={basis.counts} textures={textures} theme={theme} />
      {plots.map((plot, index) => (
        <PlotCells
          key={plot.basis.view.query}
          plot={plot}
          picture={pictures[index]}
          textures={textures}
          query={plots.length === 1 ? undefined : plot.basis.view.query}
        />
      ))}
      <Lines lines={layout.title} textStyle={style.title} color={theme.text} />
      <Lines lines={layout.subtitle} textStyle={style.subtitle} color={theme.muted} />
      {plots.map((plot) => (
        <PlotAxes key={plot.basis.view.query} plot={plot} tokenFont={fonts.tokens} />
      ))}
      <ColorBars model={model} idPrefix={idPrefix} />
      <Legend model={model} textures={textures} />
      <Lines lines={layout.captions} textStyle={style.caption} color={theme.muted} />
      <CornerMark model={model} text={props.mark} />
      {isStandalone
        ? plots.map((plot) => <PinnedMark key={plot.basis.view.query} plot={plot} />)
        : null}
    </svg>
  )
}

function sizeOf({
  model: { layout },
  physicalWidth,
  scale = 1,
}: FigureProps): Readonly<Record<'width' | 'height', number | string>> {
  const { width, height } = layout
  if (physicalWidth === undefined) return { width: width * scale, height: height * scale }
  const inMm = (length: number): string =>
    `${Number(((physicalWidth / width) * length).toFixed(3))}mm`
  return { width: inMm(width), height: inMm(height) }
}

/** Returns the attributes of a figure on the page: one tab stop with keys of its own, and a text alternative. */
function onPage(idPrefix: string): Readonly<Record<string, string | number>> {
  return {
    role: 'application',
    tabIndex: 0,
    'aria-roledescription': 'heatmap',
    'aria-describedby': `${idPrefix}-description`,
  }
}

interface PlotCellsProps {
  readonly plot: PlotModel
  readonly picture: CellPicture | undefined
  readonly textures: Textures
  readonly query: number | undefined
}

/** The cells of a plot with their overlay, and the strips beside them. */
function PlotCells({ plot, picture, textures, query }: PlotCellsProps): ReactNode {
  if (picture === undefined) return null
  return (
    <>
      <Cells plot={plot} picture={picture} textures={textures} query={query} />
      <CellOverlay plot={plot} picture={picture} />
      {plot.edgeMarks === '' ? null : (
        <path d={plot.edgeMarks} fill={plot.theme.muted} data-testid="edge-marks" />
      )}
      <Strips strips={plot.layout.strips} caption={plot.layout.style.caption} theme={plot.theme} />
    </>
  )
}

interface PlotAxesProps {
  readonly plot: PlotModel
  readonly tokenFont: string
}

function PlotAxes({ plot: { layout, theme, basis }, tokenFont }: PlotAxesProps): ReactNode {
  return (
    <>
      <Lines lines={layout.title} textStyle={layout.style.panelTitle} color={theme.text} />
      <BothAxes
        layout={layout}
        theme={theme}
        isDimmed={basis.view.special !== 'mark'}
        tokenFont={tokenFont}
      />
    </>
  )
}

function PinnedMark({ plot }: Pick<PlotAxesProps, 'plot'>): ReactNode {
  const { pinned, layout } = plot
  if (pinned === undefined) return null
  const rect = cellMarkRect(layout.grid, pinned)
  return rect === undefined ? null : <Mark rect={rect} />
}

interface CornerMarkProps {
  readonly model: FigureModel
  readonly text: string | undefined
}

/** Size of the mark, and its distance from the lower edge, in CSS pixels: it is inside the margin. */
const MARK_SIZE = 9
const MARK_BOTTOM = 5

function CornerMark({ model: { layout, theme }, text }: CornerMarkProps): ReactNode {
  if (text === undefined) return null
  return (
    <text
      x={layout.width - layout.style.pad}
      y={layout.height - MARK_BOTTOM}
      textAnchor="end"
      fontSize={MARK_SIZE}
      fill={theme.muted}
    >
      {text}
    </text>
  )
}

interface LinesProps {
  readonly lines: readonly TextLine[]
  readonly textStyle: TextStyle
  readonly color: string
}

function Lines({ lines, textStyle, color }: LinesProps): ReactNode {
  return lines.map(({ x, y, text }) => (
    <text
      key={y}
      x={x}
      y={y}
      fontSize={textStyle.fontSize}
      fontWeight={textStyle.isBold === true ? 700 : undefined}
      fill={color}
    >
      {text}
    </text>
  ))
}
