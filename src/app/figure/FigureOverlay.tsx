import { type ReactNode } from 'react'
import { type FigureModel } from '../../figure/figureModel'
import { type FigureLayout } from '../../layout/FigureLayout'
import { Mark } from '../../figure/Mark'
import { cellMarkRect } from '../../layout/PlotGrid'
import { type Rect } from '../../layout/Rect'
import { type MatrixCell } from '../../tensor/binContents'
import { type CellStore } from './CellStore'
import { useReadCell } from './useReadCell'

interface FigureOverlayProps {
  readonly model: FigureModel
  readonly store: CellStore
  readonly pinned: MatrixCell | undefined
  /** Further marks. */
  readonly children?: ReactNode
}

/** Crosshair, focused cell and pinned cell, over the figure and not part of it. */
export function FigureOverlay({ model, store, pinned, children }: FigureOverlayProps): ReactNode {
  const read = useReadCell(store, model.basis.matrix)
  const { grid, width, height } = model.layout
  const cell = read?.isShown === true ? cellMarkRect(grid, read.cell) : undefined
  const pin = pinned && cellMarkRect(grid, pinned)
  return (
    <svg className="overlay" width={width} height={height} aria-hidden="true">
      {children}
      {cell && <Crosshair layout={model.layout} cell={cell} />}
      {pin && <Mark rect={pin} />}
    </svg>
  )
}

interface CrosshairProps {
  readonly layout: FigureLayout
  readonly cell: Rect
}

/** On the cells, and as a shade on the profiles, which share the axes. */
function Crosshair({ layout, cell }: CrosshairProps): ReactNode {
  const { plot } = layout.grid
  const { tokenProfile, layerProfile } = layout.strips
  const { x, y, width, height } = cell
  return (
    <g className="crosshair">
      <rect x={x} width={width} y={plot.y} height={plot.height} />
      <rect x={plot.x} width={plot.width} y={y} height={height} />
      <rect className="crosshair-halo" {...cell} />
      <rect className="crosshair-cell" {...cell} />
      {tokenProfile && (
        <rect className="crosshair-shade" {...tokenProfile.rect} x={x} width={width} />
      )}
      {layerProfile && (
        <rect className="crosshair-shade" {...layerProfile.rect} y={y} height={height} />
      )}
    </g>
  )
}
