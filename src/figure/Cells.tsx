import { memo, type ReactNode } from 'react'
import { stepColors, stepOf } from '../color/Palette'
import { binHalves, binRect, type PlotGrid, type Rect } from '../layout/PlotGrid'
import { ownCell } from '../tensor/atLayer'
import { type AxisWindow } from '../tensor/BinAxis'
import { shownCell } from '../tensor/binContents'
import { halvesOf, isMeanBin, isPaddingBin, type Bins } from '../tensor/Bins'
import { shownRamp, type CellPicture, type RasterPicture } from './CellPicture'
import { type AbsentCounts } from './AbsentCounts'
import { type FigureTheme } from './FigureTheme'
import { type PlotModel } from './plotModel'

/** References to the patterns of cells without a value, by what these are. */
export type Textures = Readonly<Record<'padding' | 'unaligned', string>>

interface CellsProps {
  readonly plot: PlotModel
  readonly picture: CellPicture
  readonly textures: Textures
  /** Index of the plot's query; absent if the figure has no other plot. */
  readonly query?: number | undefined
}

/**
 * The cells of a plot and its padding. Drawn again only if the model of the plot or the picture of its cells changes.
 */
export const Cells = memo(function Cells({
  plot,
  picture,
  textures,
  query,
}: CellsProps): ReactNode {
  return (
    <>
      <Padding plot={plot} textures={textures} />
      <g data-testid="cells" data-query={query} shapeRendering="crispEdges">
        {picture.kind === 'shapes' ? (
          cellShapes(plot, picture.bins)
        ) : hasBins(plot.layout.grid) ? (
          <CellRaster grid={plot.layout.grid} picture={picture} />
        ) : null}
      </g>
    </>
  )
})

/**
 * The textures of padding and of columns that the query lacks, which are visible wherever no cell covers them. A plot
 * without cells has an outline.
 */
function Padding({ plot, textures }: Pick<CellsProps, 'plot' | 'textures'>): ReactNode {
  const { basis, theme, layout, stretches } = plot
  return (
    <>
      {stretches.map(({ isUnaligned, rect }) =>
        isUnaligned || basis.counts.padding > 0 ? (
          <rect
            key={`${rect.x} ${rect.y}`}
            {...rect}
            fill={isUnaligned ? textures.unaligned : textures.padding}
          />
        ) : null,
      )}
      {hasBins(layout.grid) ? null : <rect {...layout.grid.plot} fill="none" stroke={theme.line} />}
    </>
  )
}

function hasBins({ columns, layers }: PlotGrid): boolean {
  return columns.binCount * layers.binCount > 0
}

function cellShapes({ basis, theme, layout, source }: PlotModel, bins: Bins): ReactNode[] {
  const colors = stepColors(shownRamp(basis, theme), theme.absent)
  return Array.from(bins.values, (value, bin) => {
    if (isPaddingBin(bins, bin)) return null
    const place = {
      binColumn: bin % bins.columns.binCount,
      binRow: Math.floor(bin / bins.columns.binCount),
    }
    const shape = (shown: number, rect: Rect): ReactNode => {
      const { rowIndex, columnIndex } = shownCell(
        source,
        place,
        isMeanBin(bins, bin) ? undefined : shown,
      )
      const own = ownCell(source.matrix, rowIndex, columnIndex)
      return (
        <rect
          key={`${rowIndex} ${columnIndex}`}
          {...rect}
          fill={colors[stepOf(shown, basis.colorScale)]}
          data-query={source.matrix.tensor.atLayer && own?.query}
          data-layer={own?.cell[0]}
          data-token={own?.cell[1]}
        />
      )
    }
    const rect = binRect(layout.grid, place)
    if (!bins.others.has(bin)) return shape(value, rect)
    const [first, second] = binHalves(layout.grid, place)
    const [upper, lower] = halvesOf(bins, bin)
    if (!Number.isNaN(lower)) return [shape(upper, first), shape(lower, second)]
    // The half of missing cells stands for no cell.
    return [
      shape(upper, first),
      <rect key={`${bin} missing`} {...second} fill={theme.absent.missing} />,
    ]
  })
}

interface CellRasterProps {
  readonly grid: PlotGrid
  readonly picture: RasterPicture
}

/**
 * The picture of the cells. A picture of the grid's own windows fills the plot exactly, pixel on pixel. During a
 * gesture it may be the picture of other windows, which is stretched and cut to the plot.
 */
function CellRaster({ grid, picture }: CellRasterProps): ReactNode {
  const { plot, isUpward, pixelRatio } = grid
  const width = wholePixels(plot.width, pixelRatio)
  const height = wholePixels(plot.height, pixelRatio)
  const x = placeOf(picture.columns, grid.columns, width)
  const fromLow = placeOf(picture.layers, grid.layers, height)
  const y = isUpward ? height - fromLow.offset - fromLow.length : fromLow.offset
  return (
    <svg x={plot.x} y={plot.y} width={width} height={height}>
      <image
        x={x.offset}
        y={y}
        width={x.length}
        height={fromLow.length}
        href={picture.href}
        preserveAspectRatio="none"
        imageRendering="pixelated"
      />
    </svg>
  )
}

/**
 * Returns a length rounded to whole device pixels, in CSS pixels: that of a picture of this length. If the picture were
 * drawn on a fraction of a pixel more or less, as with a fractional pixel ratio, a column of pixels would be lost or
 * doubled.
 */
function wholePixels(length: number, pixelRatio: number): number {
  return Math.round(length * pixelRatio) / pixelRatio
}

/** Returns the place of a window's picture on `length` CSS pixels that show another window. */
function placeOf(
  pictured: AxisWindow,
  shown: AxisWindow,
  length: number,
): { readonly offset: number; readonly length: number } {
  return {
    offset: ((pictured.start - shown.start) / shown.span) * length,
    length: (pictured.span / shown.span) * length,
  }
}

interface TexturePatternsProps {
  readonly counts: Pick<AbsentCounts, keyof Textures>
  readonly textures: Textures
  readonly theme: FigureTheme
}

/**
 * The textures of cells without a value, as far as there are any: diagonal strokes for padding, level ones for columns
 * that the query lacks. They have no background, so that no reader takes them for a value.
 */
export function TexturePatterns({ counts, textures, theme }: TexturePatternsProps): ReactNode {
  return (['padding', 'unaligned'] as const).map((kind) =>
    counts[kind] === 0 ? null : (
      <defs key={kind}>
        <pattern
          id={textures[kind].slice('url(#'.length, -1)}
          width={kind === 'padding' ? 6 : 5}
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${kind === 'padding' ? 45 : 90})`}
        >
          <line x1="3" y1="0" x2="3" y2="6" stroke={theme.hatch} strokeWidth="1.25" />
        </pattern>
      </defs>
    ),
  )
}
