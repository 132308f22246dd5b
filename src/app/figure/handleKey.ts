import { type KeyboardEvent } from 'react'
import { type BinAxis } from '../../tensor/BinAxis'
import { type MatrixCell } from '../../tensor/binContents'
import { moveCell } from './moveCell'
import { letGo, pin, show, type Reading } from './Reading'
import { panBy, reveal, zoomBy, zoomLimits, type Windows } from './zoomWindow'

/** What the figure's keys do: move and pin the focused cell, zoom and pan. */
export function handleKey(event: KeyboardEvent<HTMLElement>, reading: Reading): void {
  if (event.altKey || event.metaKey) return
  const { model, store, pinned, onZoom } = reading
  const read = store.get()
  const from = read?.matrix === model.basis.matrix ? read.cell : pinned
  const windows = zoomedBy(event, reading, from)
  if (event.key === 'Escape') letGo(reading)
  else if (event.key === 'Enter' && from !== undefined) pin(reading, from, true)
  else if (windows !== undefined) {
    onZoom(windows)
    event.preventDefault()
  } else if (moveTo(event, reading, from)) event.preventDefault()
}

function moveTo(
  event: KeyboardEvent<HTMLElement>,
  reading: Reading,
  from: MatrixCell | undefined,
): boolean {
  const { columns, layers, isUpward } = reading.model.layout.grid
  const space = { columnCount: totalBins(columns), rowCount: totalBins(layers), isUpward }
  const start = from && {
    binColumn: Math.floor(from.columnIndex / columns.cellsPerBin),
    binRow: Math.floor(from.layerIndex / layers.cellsPerBin),
  }
  const place = moveCell({ key: event.key, isCtrl: event.ctrlKey }, start, space)
  if (place === undefined) return false
  const cell = {
    columnIndex: place.binColumn * columns.cellsPerBin,
    layerIndex: place.binRow * layers.cellsPerBin,
  }
  revealCell(reading, cell)
  show(reading, cell)
  return true
}

function totalBins({ cellCount, cellsPerBin }: BinAxis): number {
  return Math.ceil(cellCount / cellsPerBin)
}

/** The focused cell is always in view. */
function revealCell({ model, windows, onZoom }: Reading, cell: MatrixCell): void {
  const { columns, layers, plot } = model.layout.grid
  const next = {
    columns: revealed(columns, windows.columns, cell.columnIndex, plot.width),
    layers: revealed(layers, windows.layers, cell.layerIndex, plot.height),
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
/** Share of the visible columns that Shift and an arrow move. */
const PAN_STEP = 0.25

/** The windows after a key that zooms or pans; undefined for another key. */
function zoomedBy(
  { key, shiftKey, ctrlKey }: KeyboardEvent<HTMLElement>,
  { model, windows }: Reading,
  focused: MatrixCell | undefined,
): Windows | undefined {
  if (ctrlKey) return undefined
  const { columns, plot } = model.layout.grid
  const limits = zoomLimits(columns.cellCount, plot.width)
  if (key === '0') return {}
  if (key === '+' || key === '=' || key === '-') {
    const { start, span } = columns
    const column = focused === undefined ? start + span / 2 : focused.columnIndex + 0.5
    const anchor = Math.max(start, Math.min(start + span, column))
    const factor = key === '-' ? 1 / ZOOM_STEP : ZOOM_STEP
    return withoutAbsent({ ...windows, columns: zoomBy(windows.columns, factor, anchor, limits) })
  }
  const side = shiftKey ? PAN_SIDES[key] : undefined
  if (side === undefined) return undefined
  const step = side * PAN_STEP * columns.span
  return withoutAbsent({ ...windows, columns: panBy(windows.columns, step, limits) })
}

const PAN_SIDES: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** Windows without those that are undefined. */
export function withoutAbsent({
  columns,
  layers,
}: {
  readonly columns?: Windows['columns']
  readonly layers?: Windows['layers']
}): Windows {
  return { ...(columns && { columns }), ...(layers && { layers }) }
}
