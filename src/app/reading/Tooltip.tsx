import { type PlotModel } from '../../figure/plotModel'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { binReadout } from '../../figure/binReadout'
import { type FigureModel } from '../../figure/figureModel'
import { cellMarkRect, type Rect } from '../../layout/PlotGrid'
import { type CellReadout } from '../../layout/readoutOf'
import { type MatrixCell } from '../../tensor/binContents'
import { useReadCell, type CellStore } from './CellStore'

interface TooltipProps {
  readonly model: FigureModel
  /** CSS pixels of the page per CSS pixel of the figure; default 1. */
  readonly scale?: number
  readonly store: CellStore
}

/**
 * Shows a tooltip beside the cell that is being read, while the cell is in view. It is hidden from screen readers,
 * since the status beside the readout has the same content. `readoutOf` words a cell, `binReadout` a bin and the noise.
 */
export function Tooltip({ model, scale = 1, store }: TooltipProps): ReactNode {
  const read = useReadCell(store, model)
  if (read?.isShown !== true) return null
  const rect = cellMarkRect(read.plot.layout.grid, read.cell)
  if (rect === undefined) return null
  return <TooltipAt plot={read.plot} readCell={read.cell} rect={scaledRect(rect, scale)} />
}

function scaledRect({ x, y, width, height }: Rect, scale: number): Rect {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale }
}

interface TooltipAtProps {
  readonly plot: PlotModel
  readonly readCell: MatrixCell
  /** The cell's mark, in CSS pixels of the page from the figure's corner. */
  readonly rect: Rect
}

function TooltipAt({ plot, readCell, rect }: TooltipAtProps): ReactNode {
  const element = useRef<HTMLDivElement>(null)
  const { cell, scope, noise } = binReadout(plot, readCell)
  // The tooltip's size is available only after layout. It is placed before the frame is painted, and again when the
  // page scrolls.
  useLayoutEffect(() => {
    const place = (): void => {
      const { current } = element
      if (current) Object.assign(current.style, styleBeside(current, rect))
    }
    place()
    window.addEventListener('scroll', place, { capture: true, passive: true })
    return () => window.removeEventListener('scroll', place, { capture: true })
  })
  const { token } = cell
  return (
    <div className="tooltip" ref={element} aria-hidden="true">
      {token?.text === undefined ? null : <bdi className="tooltip-token">{token.text}</bdi>}
      {token?.given === undefined ? null : (
        <bdi className="tooltip-place tooltip-given">{token.given}</bdi>
      )}
      <span className="tooltip-value">{cell.short}</span>
      {cell.displayed === undefined ? null : <span>{cell.displayed}</span>}
      {cell.companions?.map(({ short }, k) => (
        <span className="tooltip-place" key={k}>
          {short}
        </span>
      ))}
      <CellPlace cell={cell} />
      {noise === undefined ? null : <span className="tooltip-place">{noise}</span>}
      {scope === undefined ? null : <span className="tooltip-place">{scope}</span>}
    </div>
  )
}

function CellPlace({ cell }: { readonly cell: CellReadout }): ReactNode {
  const { rowNoun, layer, query, token } = cell
  return (
    <>
      {query === undefined ? null : <bdi className="tooltip-place">{query}</bdi>}
      <span className="tooltip-place">
        {rowNoun} <bdi>{layer}</bdi>
        {token === undefined ? null : ` · ${token.noun} ${token.index}`}
        {token?.distance === undefined ? null : ` · ${token.distance} back`}
      </span>
    </>
  )
}

/**
 * Returns the style that places the tooltip beside a cell's mark, in CSS pixels of the figure. If the cell is scrolled
 * out of view, the tooltip is hidden.
 */
function styleBeside(
  tooltip: HTMLElement,
  mark: Rect,
): Pick<CSSStyleDeclaration, 'transform' | 'visibility'> {
  const figure = tooltip.parentElement?.getBoundingClientRect() ?? { left: 0, top: 0 }
  const cell = { ...mark, x: mark.x + figure.left, y: mark.y + figure.top }
  const size = { width: tooltip.offsetWidth, height: tooltip.offsetHeight }
  const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight }
  const { x, y } = placeTooltip(cell, size, viewport)
  const frame = tooltip.closest('.frame')?.getBoundingClientRect()
  const isInView =
    overlaps(cell, { x: 0, y: 0, ...viewport }) && (frame === undefined || overlaps(cell, frame))
  return {
    transform: `translate(${Math.round(x)}px, ${Math.round(y)}px)`,
    visibility: isInView ? 'visible' : 'hidden',
  }
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Distance from the cell's row and column to the tooltip, in CSS pixels. */
const GAP = 10
const EDGE = 8

/**
 * Returns the top left corner of a tooltip in CSS pixels of the window. The tooltip is diagonal to the cell, so that it
 * covers neither the cell's row nor its column: below and to the right if it fits there, else on the other side. It
 * never leaves the window.
 */
export function placeTooltip(cell: Rect, tooltip: Size, viewport: Size): { x: number; y: number } {
  return {
    x: placeBeside(cell.x, cell.width, tooltip.width, viewport.width),
    y: placeBeside(cell.y, cell.height, tooltip.height, viewport.height),
  }
}

function placeBeside(start: number, length: number, size: number, limit: number): number {
  const after = start + length + GAP
  if (after + size + EDGE <= limit) return after
  const before = start - GAP - size
  if (before >= EDGE) return before
  // It fits on neither side: the wider side is used, and the tooltip is pushed into the window.
  const isAfterWider = limit - (start + length) >= start
  return isAfterWider ? Math.max(EDGE, limit - EDGE - size) : EDGE
}
