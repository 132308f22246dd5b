import {
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type PointerEvent,
  type ReactNode,
} from 'react'
import { binnedBasis } from '../../figure/binnedBasis'
import { rasterPicture, type RasterPicture } from '../../figure/CellPicture'
import { type FigureModel } from '../../figure/figureModel'
import { partInView } from '../../figure/partInView'
import { type PlotModel } from '../../figure/plotModel'
import { plotGrid, type PlotGrid } from '../../layout/PlotGrid'
import { type AxisWindow } from '../../tensor/BinAxis'
import { columnOfToken } from '../../tensor/Matrix'
import { windowOf, type Windows } from '../../tensor/Windows'
import { afterFigure } from '../derive/afterFigure'
import { cellsInMemory, followCells, type GivenBins } from '../derive/CellSource'
import { useWork } from '../derive/Work'
import { type CellStore } from '../reading/CellStore'
import { zoomLimits } from '../zoom/zoomLimits'

interface OverviewProps {
  readonly model: FigureModel
  /** CSS pixels of the page per CSS pixel of the figure; default 1. */
  readonly scale?: number
  readonly windows: Windows
  readonly store: CellStore
  readonly onZoom: (windows: Windows) => void
}

const HEIGHT = 28

/**
 * Shows all columns in a strip below the figure, and marks the part that the figure shows. Dragging moves that part.
 */
export function Overview(props: OverviewProps): ReactNode {
  const { model, scale = 1, windows, store, onZoom } = props
  const { basis, layout } = model.current
  const { plot } = layout.grid
  const [x, width] = [plot.x * scale, plot.width * scale]
  const pixelRatio = layout.grid.pixelRatio / scale
  const grid = useMemo(
    () =>
      plotGrid(
        basis.matrix,
        { x: 0, y: 0, width, height: HEIGHT },
        { isUpward: basis.view.layers === 'up', pixelRatio },
      ),
    [basis, width, pixelRatio],
  )
  const picture = useStrip(model.current, grid)
  const label = labelOf(model, windows)
  const window = windows.columns ?? { start: 0, span: grid.columns.cellCount }
  const move = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.buttons !== 1) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const share = (event.clientX - event.currentTarget.getBoundingClientRect().left) / width
    const columns = centered(share * grid.columns.cellCount, window, grid)
    onZoom({ ...windows, ...(columns && { columns }) })
  }
  const left = (window.start / grid.columns.cellCount) * width
  const shown = Math.max(3, (window.span / grid.columns.cellCount) * width)
  return (
    <svg
      className="overview"
      style={{ marginLeft: x }}
      width={width}
      height={HEIGHT}
      role="img"
      data-testid="overview"
      onPointerDown={move}
      onPointerMove={move}
    >
      <title>{label}</title>
      {picture && (
        <image
          width={width}
          height={HEIGHT}
          href={picture.href}
          preserveAspectRatio="none"
          imageRendering="pixelated"
        />
      )}
      <rect className="overview-veil" width={left} height={HEIGHT} />
      <rect
        className="overview-veil"
        x={left + shown}
        width={Math.max(0, width - left - shown)}
        height={HEIGHT}
      />
      <path className="overview-hits" d={useHitLines(store, model.current, width)} />
      <rect className="overview-window" x={left} width={shown} height={HEIGHT} />
    </svg>
  )
}

/** Returns the name of the strip, with the layers and tokens in view if these are not all. */
function labelOf({ plots }: FigureModel, windows: Windows): string {
  const part = partInView(plots.map(({ basis: { matrix } }) => ({ matrix, windows })))
  return part === undefined ? 'All columns' : `All columns; in view: ${part}`
}

/** Returns a path with a line at each found token, at most one in a pixel; empty if none is marked. */
function useHitLines({ found }: CellStore, { basis }: PlotModel, width: number): string {
  const hits = useSyncExternalStore(found.subscribe, found.get)
  return useMemo(() => {
    const { matrix } = basis
    if (hits?.matrix !== matrix) return ''
    const unit = width / matrix.columnCount
    const places = hits.tokens.map((token) => (columnOfToken(matrix, token) + 0.5) * unit)
    const pixels = new Set(places.map((x) => Math.min(Math.floor(x), width - 1) + 0.5))
    return Array.from(pixels, (x) => `M${x},0v${HEIGHT}`).join('')
  }, [hits, basis, width])
}

function centered(
  column: number,
  { span }: AxisWindow,
  { columns, plot }: PlotGrid,
): AxisWindow | undefined {
  return windowOf({ start: column - span / 2, span }, zoomLimits(columns.cellCount, plot.width))
}

/**
 * Returns the strip's picture of all columns; undefined until it is made. It is made once per matrix and colors.
 */
function useStrip({ basis, theme, source }: PlotModel, grid: PlotGrid): RasterPicture | undefined {
  const { jobs, report } = useWork()
  const [picture, setPicture] = useState<RasterPicture>()
  const { pyramids, detail, reference, matrix } = source
  const { given = basis } = basis
  // The picture reads every cell, so it is made after the figure, in slices.
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const cancel = afterFigure(() => {
      // The strip has bins of its own, so zooming the figure does not change its colors.
      const own = binnedBasis(given, grid)
      const standing = own.bins?.standing
      const cells = cellsInMemory({ matrix, pyramids, reference, standing }).cellsIn(grid, detail)
      const draw = ({ bins }: GivenBins): void =>
        setPicture(rasterPicture({ basis: own, theme, isCompressed: false }, grid, bins))
      followCells(cells, { jobs, signal }, draw).catch((error: unknown) => {
        if (!signal.aborted) report(error)
      })
    })
    return () => {
      cancel()
      controller.abort()
    }
  }, [given, theme, grid, matrix, pyramids, detail, reference, jobs, report])
  return picture
}
