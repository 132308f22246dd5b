import { type KeyboardEvent } from 'react'
import { type PlotModel } from '../../figure/plotModel'
import { cellMarkRect, type PlotGrid } from '../../layout/PlotGrid'
import { type BinAxis } from '../../tensor/BinAxis'
import { type MatrixCell } from '../../tensor/binContents'
import { withoutAbsent, type Windows } from '../../tensor/Windows'
import { layersAfter } from '../zoom/layersAfter'
import { panBy, reveal, zoomBy, zoomLimits } from '../zoom/zoomLimits'
import { cellAcross } from './cellAcross'
import { moveCell } from './moveCell'
import { letGo, pin, show, toggleLine, type Reading } from './Reading'

/** Handles a key on the figure: moves or pins the focused cell, draws a line, zooms or pans. The help lists these keys. */
export function handleKey(event: KeyboardEvent<HTMLElement>, reading: Reading): void {
  if (event.altKey || event.metaKey) return
  const { plot, from } = readPlace(reading)
  const windows = zoomedBy(event, reading, from)
  if (stepLayer(event, reading) || turnPanels(event, reading, plot)) event.preventDefault()
  else if (event.key === 'Escape') letGo(reading)
  else if (event.key === 'Enter' && from !== undefined) {
    const at = { plot, cell: from }
    if (!event.shiftKey || !toggleLine(reading, at, event.ctrlKey)) pin(reading, at, true)
  } else if (windows !== undefined) {
    reading.onZoom(windows)
    event.preventDefault()
  } else if (moveTo(event, reading, plot, from)) event.preventDefault()
}

/** Returns the read cell with its plot, or else the pinned one of the query in view. */
function readPlace({ model, store, pinned }: Reading): {
  readonly plot: PlotModel
  readonly from: MatrixCell | undefined
} {
  const read = store.get()
  const plot = model.plots.find(({ basis }) => basis.matrix === read?.matrix)
  return plot ? { plot, from: read?.cell } : { plot: model.current, from: pinned }
}

const LAYER_STEPS: Readonly<Record<string, 1 | -1>> = { ',': -1, '.': 1 }

/** Steps through the layers of rows that are queries. Returns false for any other key. */
function stepLayer({ key, ctrlKey }: KeyboardEvent<HTMLElement>, { onLayer }: Reading): boolean {
  const step = LAYER_STEPS[key]
  if (step === undefined || onLayer === undefined || ctrlKey) return false
  onLayer(step)
  return true
}

const PAGE_STEPS: Readonly<Record<string, 1 | -1>> = { PageUp: -1, PageDown: 1 }

/** Opens a panel alone, goes back, lets two queries take turns, or turns the pages of panels. Returns false for any other key. */
function turnPanels(
  { key, ctrlKey, shiftKey }: KeyboardEvent<HTMLElement>,
  { panels, model }: Reading,
  plot: PlotModel,
): boolean {
  if (panels === undefined || ctrlKey || shiftKey) return false
  const { onOpen, onBack, onPage, onFlick } = panels
  const step = PAGE_STEPS[key]
  if (key === 'o' && model.plots.length > 1) onOpen(plot.basis.matrix.queryIndex)
  else if (key === 'x' && onFlick) onFlick()
  else if (key === 'Escape' && onBack) onBack()
  else if (step && onPage) onPage(step)
  else return false
  return true
}

function moveTo(
  event: KeyboardEvent<HTMLElement>,
  reading: Reading,
  plot: PlotModel,
  from: MatrixCell | undefined,
): boolean {
  const { columns, layers, isUpward } = plot.layout.grid
  const first = { binColumn: firstInView(columns), binRow: firstInView(layers) }
  const space = { columnCount: totalBins(columns), rowCount: totalBins(layers), isUpward, first }
  const start = from && {
    binColumn: Math.floor(from.columnIndex / columns.cellsPerBin),
    binRow: Math.floor(from.rowIndex / layers.cellsPerBin),
  }
  const place = moveCell({ key: event.key, isCtrl: event.ctrlKey }, start, space)
  if (place === undefined) return false
  const isAtEdge = start?.binColumn === place.binColumn && start.binRow === place.binRow
  const across =
    from && isAtEdge ? cellAcross(reading.model, { plot, cell: from }, event.key) : undefined
  const cell = {
    columnIndex: place.binColumn * columns.cellsPerBin,
    rowIndex: place.binRow * layers.cellsPerBin,
  }
  const next = across ?? { plot, cell }
  revealCell(reading, next.cell)
  show(reading, next)
  return true
}

function totalBins({ cellCount, cellsPerBin }: BinAxis): number {
  return Math.ceil(cellCount / cellsPerBin)
}

/** Returns the 0-based index of the first bin that is completely in view. */
function firstInView(axis: BinAxis): number {
  return Math.min(Math.ceil(axis.start / axis.cellsPerBin), totalBins(axis) - 1)
}

/** Moves the windows so that the focused cell is in view. */
function revealCell({ model, windows, onZoom }: Reading, cell: MatrixCell): void {
  const { columns, layers, plot } = model.layout.grid
  const next = {
    columns: revealed(columns, windows.columns, cell.columnIndex, plot.width),
    layers: revealed(layers, windows.layers, cell.rowIndex, plot.height),
  }
  if (next.columns !== windows.columns || next.layers !== windows.layers)
    onZoom(withoutAbsent(next))
}

function revealed(
  axis: BinAxis,
  window: Windows['columns'],
  cellIndex: number,
  length: number,
): Windows['columns'] {
  if (window === undefined) return undefined
  const end = Math.min(cellIndex + axis.cellsPerBin, axis.cellCount)
  const isVisible = cellIndex >= window.start && end <= window.start + window.span
  return isVisible ? window : reveal(window, [cellIndex, end], zoomLimits(axis.cellCount, length))
}

const ZOOM_STEP = 2
/** Share of the visible columns by which Shift and an arrow key pan. */
const PAN_STEP = 0.25

/** Returns the windows after a key that zooms or pans; undefined for any other key. */
function zoomedBy(
  { key, shiftKey, ctrlKey }: KeyboardEvent<HTMLElement>,
  { model, windows }: Reading,
  focused: MatrixCell | undefined,
): Windows | undefined {
  if (ctrlKey) return undefined
  if (key === '0') return {}
  if (key === '+' || key === '=') return zoomedAt(focused, model.layout.grid, windows, ZOOM_STEP)
  if (key === '-') return zoomedAt(focused, model.layout.grid, windows, 1 / ZOOM_STEP)
  const side = shiftKey ? PAN_SIDES[key] : undefined
  if (side === undefined) return undefined
  const { columns, plot } = model.layout.grid
  const limits = zoomLimits(columns.cellCount, plot.width)
  const step = side * PAN_STEP * columns.span
  return withoutAbsent({ ...windows, columns: panBy(windows.columns, step, limits) })
}

/**
 * Returns the windows zoomed about the focused cell, or about the middle if the cell is not in view. Layers that are
 * many are zoomed together with the tokens.
 */
function zoomedAt(
  focused: MatrixCell | undefined,
  grid: PlotGrid,
  windows: Windows,
  factor: number,
): Windows {
  const { columns, plot } = grid
  const limits = zoomLimits(columns.cellCount, plot.width)
  const rect = focused && cellMarkRect(grid, focused)
  const anchor =
    focused === undefined || rect === undefined
      ? columns.start + columns.span / 2
      : Math.max(columns.start, Math.min(columns.start + columns.span, focused.columnIndex + 0.5))
  const next = zoomBy(windows.columns, factor, anchor, limits)
  const { span } = next ?? { span: columns.cellCount }
  const step = { before: { k: 1, y: 0 }, after: { k: columns.span / span, y: 0 } }
  const { y, height } = rect ?? plot
  return withoutAbsent({
    columns: next,
    layers:
      next === undefined && factor < 1
        ? undefined
        : layersAfter(step, { grid, windows }, y + height / 2),
  })
}

const PAN_SIDES: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }
