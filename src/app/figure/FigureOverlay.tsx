import { type ReactNode } from 'react'
import { type FigureModel } from '../../figure/figureModel'
import { Mark } from '../../figure/Mark'
import { binRect, type BinPlace, type PlotGrid } from '../../layout/PlotGrid'
import { type CellStore } from './CellStore'
import { useReadCell } from './useReadCell'

interface FigureOverlayProps {
  readonly model: FigureModel
  readonly store: CellStore
  readonly pinned: BinPlace | undefined
}

/** Crosshair, focused cell and pinned cell, over the figure and not part of it. */
export function FigureOverlay({ model, store, pinned }: FigureOverlayProps): ReactNode {
  const read = useReadCell(store, model.bins)
  const { grid, width, height } = model.layout
  return (
    <svg className="overlay" width={width} height={height} aria-hidden="true">
      {read?.isShown === true ? <Crosshair grid={grid} place={read.place} /> : null}
      {pinned === undefined ? null : <Mark rect={rectOf(grid, pinned)} />}
    </svg>
  )
}

function rectOf(grid: PlotGrid, { binColumn, binRow }: BinPlace): ReturnType<typeof binRect> {
  return binRect(grid, binColumn, binRow)
}

function Crosshair({
  grid,
  place,
}: {
  readonly grid: PlotGrid
  readonly place: BinPlace
}): ReactNode {
  const cell = rectOf(grid, place)
  const { plot } = grid
  return (
    <g className="crosshair">
      <rect x={cell.x} width={cell.width} y={plot.y} height={plot.height} />
      <rect x={plot.x} width={plot.width} y={cell.y} height={cell.height} />
      <rect className="crosshair-halo" {...cell} />
      <rect className="crosshair-cell" {...cell} />
    </g>
  )
}
