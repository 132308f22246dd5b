import { type ReactNode } from 'react'
import { type FigureModel } from '../../figure/figureModel'
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
      {cell && <Crosshair plot={grid.plot} cell={cell} />}
      {pin && <Mark rect={pin} />}
    </svg>
  )
}

function Crosshair({ plot, cell }: { readonly plot: Rect; readonly cell: Rect }): ReactNode {
  return (
    <g className="crosshair">
      <rect x={cell.x} width={cell.width} y={plot.y} height={plot.height} />
      <rect x={plot.x} width={plot.width} y={cell.y} height={cell.height} />
      <rect className="crosshair-halo" {...cell} />
      <rect className="crosshair-cell" {...cell} />
    </g>
  )
}
