import { type ReactNode } from 'react'
import { type FigureModel } from '../../figure/figureModel'
import { Mark } from '../../figure/CellOverlay'
import { type PlotLayout } from '../../layout/FigureLayout'
import { cellMarkRect, type Rect } from '../../layout/PlotGrid'
import { type MatrixCell } from '../../tensor/binContents'
import { useReadCell, type CellStore } from './CellStore'

interface FigureOverlayProps {
  readonly model: FigureModel
  /** CSS pixels of the page per CSS pixel of the figure; default 1. */
  readonly scale?: number
  readonly store: CellStore
  readonly pinned: MatrixCell | undefined
  /** Further marks that are drawn over the figure. */
  readonly children?: ReactNode
}

/** Draws the crosshair, the focused cell and the pinned cell. They lie over the figure and are not part of it. */
export function FigureOverlay(props: FigureOverlayProps): ReactNode {
  const { model, scale = 1, store, pinned, children } = props
  const read = useReadCell(store, model)
  const { width, height } = model.layout
  // The same cell of every plot.
  const cells = model.plots.flatMap(({ layout, basis }) => {
    const rect = read?.isShown === true ? cellMarkRect(layout.grid, read.cell) : undefined
    return rect ? [{ rect, layout, query: basis.matrix.queryIndex }] : []
  })
  const pins = model.plots.flatMap(({ layout: { grid } }) => {
    return (pinned && cellMarkRect(grid, pinned)) ?? []
  })
  return (
    <svg
      className="overlay"
      width={width * scale}
      height={height * scale}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {children}
      {cells.map(({ query, layout, rect }) => (
        <Crosshair key={query} layout={layout} cell={rect} />
      ))}
      {pins.map((rect) => (
        <Mark key={`${rect.x} ${rect.y}`} rect={rect} />
      ))}
    </svg>
  )
}

interface CrosshairProps {
  readonly layout: PlotLayout
  readonly cell: Rect
}

/** Draws the crosshair on the cells, and a shade on the profiles, which share the axes. */
function Crosshair({ layout, cell }: CrosshairProps): ReactNode {
  const { plot, pixelRatio } = layout.grid
  const { tokenProfile, layerProfile } = layout.strips
  const { x, y, width, height } = cell
  const line = Math.max(1, Math.round(pixelRatio)) / pixelRatio
  return (
    <g className="crosshair">
      <rect {...around({ x, width, y: plot.y, height: plot.height }, line)} strokeWidth={line} />
      <rect {...around({ x: plot.x, width: plot.width, y, height }, line)} strokeWidth={line} />
      <rect className="crosshair-halo" {...cell} strokeWidth={4 * line} />
      <rect className="crosshair-cell" {...cell} strokeWidth={2 * line} />
      {tokenProfile && (
        <rect className="crosshair-shade" {...tokenProfile.rect} x={x} width={width} />
      )}
      {layerProfile && (
        <rect className="crosshair-shade" {...layerProfile.rect} y={y} height={height} />
      )}
    </g>
  )
}

/**
 * Returns the rectangle whose outline, `line` CSS pixels wide, lies around another rectangle on whole device pixels. An
 * outline on the edge itself would begin and end in the middle of a pixel, and an engine that paints in tiles would
 * round it differently in each tile.
 */
function around({ x, y, width, height }: Rect, line: number): Rect {
  return { x: x - line / 2, y: y - line / 2, width: width + line, height: height + line }
}
