import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { type FigureModel } from '../../figure/figureModel'
import { cellMarkRect } from '../../layout/PlotGrid'
import { type MatrixCell } from '../../tensor/binContents'
import { binReadout } from './binReadout'
import { type CellStore } from './CellStore'
import { placeTooltip } from './placeTooltip'
import { useReadCell } from './useReadCell'

interface TooltipProps {
  readonly model: FigureModel
  readonly store: CellStore
}

/** Beside the cell that is being read; the live readout says the same to those who do not see it. */
export function Tooltip({ model, store }: TooltipProps): ReactNode {
  const read = useReadCell(store, model.basis.matrix)
  if (read?.isShown !== true) return null
  return <TooltipAt model={model} readCell={read.cell} />
}

interface TooltipAtProps {
  readonly model: FigureModel
  readonly readCell: MatrixCell
}

function TooltipAt({ model, readCell }: TooltipAtProps): ReactNode {
  const element = useRef<HTMLDivElement>(null)
  const { cell, scope, noise } = binReadout(model, readCell)
  // The tooltip's size is known only once it is laid out; placed before the frame is painted.
  useLayoutEffect(() => {
    const tooltip = element.current
    const figure = tooltip?.parentElement
    if (tooltip === null || figure === null || figure === undefined) return
    const origin = figure.getBoundingClientRect()
    const rect = cellMarkRect(model.layout.grid, readCell)
    if (rect === undefined) return
    const inWindow = { ...rect, x: rect.x + origin.left, y: rect.y + origin.top }
    const size = { width: tooltip.offsetWidth, height: tooltip.offsetHeight }
    const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight }
    const { x, y } = placeTooltip(inWindow, size, viewport)
    tooltip.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  }, [model, readCell])
  const { token } = cell
  return (
    <div className="tooltip" ref={element} aria-hidden="true">
      {token?.text === undefined ? null : <bdi className="tooltip-token">{token.text}</bdi>}
      {token?.given === undefined ? null : (
        <bdi className="tooltip-place tooltip-given">{token.given}</bdi>
      )}
      <span className="tooltip-value">{cell.value}</span>
      {cell.displayed === undefined ? null : <span>{cell.displayed}</span>}
      <span className="tooltip-place">
        layer {cell.layer}
        {token === undefined ? null : ` · token ${token.index} · ${token.distance} back`}
      </span>
      {noise === undefined ? null : <span className="tooltip-place">{noise}</span>}
      {scope === undefined ? null : <span className="tooltip-place">{scope}</span>}
    </div>
  )
}
