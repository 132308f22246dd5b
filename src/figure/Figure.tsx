import { type ReactNode } from 'react'
import { type Plots } from '../layout/LayoutInput'
import { type TextLine } from '../layout/shorten'
import { CAPTION, PANEL_TITLE, SUBTITLE, TITLE, type TextStyle } from '../layout/TextStyle'
import { cellMarkRect } from '../layout/PlotGrid'
import { visibleProse } from '../text/visibleText'
import { LayerAxis, TokenAxis } from './Axes'
import { type CellPicture } from './CellPicture'
import { Cells } from './Cells'
import { CellValues } from './CellValues'
import { ColorBar } from './ColorBar'
import { type FigureModel, type PlotModel } from './figureModel'
import { SANS } from './FigureTheme'
import { HatchPattern } from './HatchPattern'
import { Legend } from './Legend'
import { Mark } from './Mark'
import { shownRamp } from './shownRamp'
import { Strips } from './Strips'

interface FigureProps {
  readonly model: FigureModel
  /** One of each plot. */
  readonly pictures: Plots<CellPicture>
  /** Default false: the theme's background is painted. */
  readonly isTransparent?: boolean
  /**
   * True in a file: the figure names itself with a `<title>` and marks the pinned cell. On the page the title would
   * pop up under every pointer, and the mark is an overlay. Default false.
   */
  readonly isStandalone?: boolean
  /** Width of a file's figure on paper, in millimetres; default: in CSS pixels, as it was laid out. */
  readonly physicalWidth?: number
  /** What describes it instead of the basis: on the page a longer text takes that place later. */
  readonly description?: ReactNode
  /** Default `simlens`; must differ between figures of one document. */
  readonly idPrefix?: string
}

/**
 * The complete picture as SVG elements, with presentation attributes only. A pure function of its props: the page
 * renders it, `export/serialize` writes it, in Node as in the browser.
 */
export function Figure(props: FigureProps): ReactNode {
  const {
    model,
    pictures,
    isTransparent = false,
    isStandalone = false,
    idPrefix = 'simlens',
    physicalWidth,
  } = props
  const { layout, theme, basis, plots } = model
  const { width, height } = layout
  const hatchId = `${idPrefix}-padding`
  const hatchUrl = `url(#${hatchId})`
  return (
    <svg
      data-testid="figure"
      {...sizeOf(layout, physicalWidth)}
      viewBox={`0 0 ${width} ${height}`}
      {...(isStandalone ? { role: 'img' } : onPage(idPrefix))}
      aria-label={visibleProse(basis.label)}
      fontFamily={SANS}
    >
      {isStandalone ? <title>{visibleProse(basis.label)}</title> : null}
      <desc id={`${idPrefix}-description`}>{props.description ?? basis.description}</desc>
      {isTransparent ? null : <rect width={width} height={height} fill={theme.background} />}
      {basis.counts.padding === 0 ? null : <HatchPattern id={hatchId} theme={theme} />}
      {plots.map((plot, index) => (
        <PlotCells
          key={plot.basis.view.query}
          plot={plot}
          picture={pictures[index]}
          hatchUrl={hatchUrl}
          query={plots.length === 1 ? undefined : plot.basis.view.query}
        />
      ))}
      <Lines lines={layout.title} textStyle={TITLE} color={theme.text} />
      <Lines lines={layout.subtitle} textStyle={SUBTITLE} color={theme.muted} />
      {plots.map((plot) => (
        <PlotAxes key={plot.basis.view.query} plot={plot} />
      ))}
      {layout.colorBar === undefined ? null : (
        <ColorBar
          layout={layout.colorBar}
          ramp={shownRamp(basis, theme)}
          theme={theme}
          idPrefix={idPrefix}
        />
      )}
      <Legend items={layout.legend} theme={theme} hatchUrl={hatchUrl} />
      <Lines lines={layout.captions} textStyle={CAPTION} color={theme.muted} />
      {isStandalone
        ? plots.map((plot) => <PinnedMark key={plot.basis.view.query} plot={plot} />)
        : null}
    </svg>
  )
}

function sizeOf(
  { width, height }: FigureModel['layout'],
  physicalWidth: number | undefined,
): Readonly<Record<'width' | 'height', number | string>> {
  if (physicalWidth === undefined) return { width, height }
  const physicalHeight = ((physicalWidth / width) * height).toFixed(3)
  return { width: `${physicalWidth}mm`, height: `${physicalHeight}mm` }
}

/** One tab stop, whose keys are its own, described by its text alternative. */
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
  readonly hatchUrl: string
  readonly query: number | undefined
}

/** The cells with what lies over them and beside them. */
function PlotCells({ plot, picture, hatchUrl, query }: PlotCellsProps): ReactNode {
  if (picture === undefined) return null
  return (
    <>
      <Cells plot={plot} picture={picture} hatchUrl={hatchUrl} query={query} />
      <CellValues plot={plot} picture={picture} />
      <Strips strips={plot.layout.strips} theme={plot.theme} />
    </>
  )
}

interface PlotProps {
  readonly plot: PlotModel
}

function PlotAxes({ plot: { layout, theme, basis } }: PlotProps): ReactNode {
  return (
    <>
      <Lines lines={layout.title} textStyle={PANEL_TITLE} color={theme.text} />
      <LayerAxis layout={layout} theme={theme} />
      <TokenAxis layout={layout} theme={theme} isDimmed={basis.view.special !== 'mark'} />
    </>
  )
}

function PinnedMark({ plot }: PlotProps): ReactNode {
  const { pinned, layout } = plot
  if (pinned === undefined) return null
  const rect = cellMarkRect(layout.grid, pinned)
  return rect === undefined ? null : <Mark rect={rect} />
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
