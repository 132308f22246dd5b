import { memo, type ReactNode } from 'react'
import { stepColors } from '../color/Palette'
import { rasterUrl } from '../color/rasterUrl'
import { PADDING, stepOf } from '../color/stepOf'
import { binRect, type PlotGrid } from '../layout/PlotGrid'
import { isPaddingBin, type Bins } from '../tensor/Bins'
import { tokenOfColumn } from '../tensor/Matrix'
import { type FigureModel } from './figureModel'

/** Up to here every bin is a shape of its own; above, all are one raster (design.md §5). */
export const MAX_SHAPES = 8000

type CellsProps = Pick<FigureModel, 'matrix' | 'bins' | 'domain' | 'ramp' | 'theme'> & {
  readonly grid: PlotGrid
}

/** The cells of the plot. Drawn anew only when the matrix, its colors or its place change. */
export const Cells = memo(function Cells(props: CellsProps): ReactNode {
  const { bins } = props
  return (
    <g data-testid="cells" shapeRendering="crispEdges">
      {bins.values.length <= MAX_SHAPES ? cellShapes(props) : <CellRaster {...props} />}
    </g>
  )
})

function cellShapes({ matrix, bins, domain, ramp, theme, grid }: CellsProps): ReactNode[] {
  const colors = stepColors(ramp, theme.absent)
  return Array.from(bins.values, (_, bin) => {
    if (isPaddingBin(bins, bin)) return null
    const rect = binRect(grid, bin % bins.columnCount, Math.floor(bin / bins.columnCount))
    return (
      <rect
        key={bin}
        {...rect}
        fill={colors[stepOf(bins.values[bin] ?? NaN, domain)]}
        data-layer={bins.layerIndices[bin]}
        data-token={tokenOfColumn(matrix, bins.columnIndices[bin] ?? 0)}
      />
    )
  })
}

function CellRaster({ bins, domain, ramp, theme, grid }: CellsProps): ReactNode {
  const { plot, pixelRatio } = grid
  const href = rasterUrl({
    steps: rasterSteps(bins, grid, domain),
    columnCount: bins.columnCount,
    rowCount: bins.rowCount,
    width: Math.round(plot.width * pixelRatio),
    height: Math.round(plot.height * pixelRatio),
    ramp,
    absent: theme.absent,
  })
  return <image {...plot} href={href} preserveAspectRatio="none" imageRendering="pixelated" />
}

/** One palette index a bin, top row first. */
function rasterSteps(bins: Bins, grid: PlotGrid, domain: CellsProps['domain']): Uint8Array {
  const { columnCount, rowCount, values } = bins
  const steps = new Uint8Array(columnCount * rowCount)
  for (let bin = 0; bin < steps.length; bin++) {
    const row = Math.floor(bin / columnCount)
    const fromTop = grid.isUpward ? rowCount - 1 - row : row
    const step = isPaddingBin(bins, bin) ? PADDING : stepOf(values[bin] ?? NaN, domain)
    steps[fromTop * columnCount + (bin % columnCount)] = step
  }
  return steps
}
