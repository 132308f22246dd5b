import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react'
import { type FigureModel } from '../../figure/figureModel'
import { locateInPlots } from '../../layout/locate'
import { sharesColumns } from '../../layout/sharesColumns'
import { columnNumber } from '../../layout/tokenLabelSource'
import { layerOfRow, rowOfLayer, type Matrix } from '../../tensor/Matrix'
import { cellsOfBin, type BinAxis } from '../../tensor/BinAxis'
import { isOnFigure } from '../base/isOnFigure'
import { createStore, type Store } from '../base/Store'
import { type CellStore, type ReadCell } from './CellStore'
import { goToExtreme, stopSearching } from './goTo'
import { handleKey } from './handleKey'
import { hide, letGo, pin, rest, show, toggleLine, type PlotCell, type Reading } from './Reading'

export interface ReadingHandlers {
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerLeave: (event: PointerEvent<HTMLElement>) => void
  readonly onClick: (event: MouseEvent<HTMLElement>) => void
  readonly onDoubleClick: (event: MouseEvent<HTMLElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onBlur: () => void
}

/** A pointer at rest over the figure, and the cell that it read there. */
interface Resting {
  readonly point: FigurePoint
  readonly read: ReadCell | undefined
}

/** Undefined while no pointer is over the figure. Touch never counts as resting. */
type Pointer = Store<Resting | undefined>

/** Returns event handlers that read and pin cells by pointer, keyboard and touch. */
export function useReading(reading: Reading): ReadingHandlers {
  const { store, model } = reading
  useReadColumn(store, model)
  const pointer: Pointer = useMemo(() => createStore<Resting | undefined>(undefined), [])
  // A press outside the figure hides the crosshair and the tooltip.
  useEffect(() => {
    const onPointerDown = (event: Event): void => {
      const isInside = event.target instanceof Element && event.target.closest('.figure') !== null
      if (!isInside) hide(store)
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [store])
  // If the view moves under a resting pointer, the cell that is there now is read before the frame is painted.
  useLayoutEffect(() => {
    const readAgain = (): void => {
      const resting = pointer.get()
      // A cell that was read later, by keys or by a search, stays.
      if (resting === undefined || resting.read !== store.get()) return
      pointer.set(readAt(resting.point, reading))
    }
    readAgain()
    window.addEventListener('scroll', readAgain, { capture: true, passive: true })
    return () => window.removeEventListener('scroll', readAgain, { capture: true })
  }, [reading, store, pointer])
  const { matrix } = reading.model.current.basis
  // The cells that a key seeks are those of the figure on which it was pressed.
  useEffect(() => () => stopSearching(matrix), [matrix])
  return useMemo(() => handlersOf(reading, pointer), [reading, pointer])
}

/** If another query with the same columns is shown, the cell that is read stays in its column. */
function useReadColumn(store: CellStore, model: FigureModel): void {
  const last = useRef(model)
  // The store is outside React's state.
  useLayoutEffect(() => {
    const read = store.get()
    const isIn = ({ plots }: FigureModel): boolean =>
      plots.some(({ basis }) => basis.matrix === read?.matrix)
    const wasIn = isIn(last.current)
    last.current = model
    if (read === undefined || !wasIn || isIn(model)) return
    const { matrix } = model.current.basis
    const rowIndex = rowOfLayer(matrix, layerOfRow(read.matrix, read.cell.rowIndex))
    const areTurns = model.basis.view.flick !== undefined && beginAlike(read.matrix, matrix)
    const isShared = areTurns || sharesColumns([read.matrix, matrix])
    if (rowIndex >= matrix.layerCount || !isShared) return
    store.set({ ...read, matrix, cell: { ...read.cell, rowIndex } })
  }, [store, model])
}

/** Returns whether columns of two queries with the same index have the same number on the axis. */
function beginAlike(a: Matrix, b: Matrix): boolean {
  const isInSequence = a.tokenOrder === undefined && a.layerOrder === undefined
  return isInSequence && a.axis === b.axis && columnNumber(a, 0) === columnNumber(b, 0)
}

function readAt(point: FigurePoint, reading: Reading): Resting {
  const under = cellUnder(point, reading)
  if (under === undefined) rest(reading)
  else show(reading, under)
  return { point, read: reading.store.get() }
}

/** Steps through the most extreme cells, by key. */
const EXTREME_KEYS: Readonly<Record<string, 1 | -1>> = { n: 1, N: -1 }

function handlersOf(reading: Reading, pointer: Pointer): ReadingHandlers {
  const { store, onZoom } = reading
  return {
    onPointerMove: (event) => {
      if (event.pointerType !== 'touch') pointer.set(readAt(pointOf(event), reading))
    },
    onPointerLeave: (event) => {
      if (event.pointerType === 'touch') return
      pointer.set(undefined)
      rest(reading)
    },
    onClick: (event) => {
      const under = cellUnder(pointOf(event), reading)
      const isTouch =
        event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch'
      if (under === undefined) {
        if (isTouch) letGo(reading)
        return
      }
      const { isBeside } = under
      const isLayer = isBeside || event.ctrlKey || event.metaKey
      const isLine = event.shiftKey && toggleLine(reading, under, isLayer)
      if (!isLine) pin(reading, under, !isTouch)
    },
    onDoubleClick: (event) => {
      if (cellUnder(pointOf(event), reading) !== undefined) onZoom({})
    },
    onKeyDown: (event) => {
      // On a control that lies over the figure, keys act on the control alone.
      if (!isOnFigure(event.target)) return
      const step = EXTREME_KEYS[event.key]
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
      if (step === undefined || !isPlain) handleKey(event, reading)
      else goToExtreme(reading, step)
    },
    onBlur: () => hide(store),
  }
}

function pointOf({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>): FigurePoint {
  return { figure: currentTarget, clientX, clientY }
}

/** A point of the window over a figure, in CSS pixels. */
interface FigurePoint {
  readonly figure: Element
  readonly clientX: number
  readonly clientY: number
}

interface UnderPointer extends PlotCell {
  /** True if the point is on the layers' profile, where it selects a layer and no token. */
  readonly isBeside: boolean
}

/**
 * Returns the first cell of the bin under a point; undefined if there is none. On a profile, the point selects a column
 * or a row, and the other index is that of the last read cell.
 */
export function cellUnder(
  { figure, clientX, clientY }: FigurePoint,
  { model, store, scale = 1 }: Pick<Reading, 'model' | 'store' | 'scale'>,
): UnderPointer | undefined {
  const { left, top } = figure.getBoundingClientRect()
  const found = locateInPlots(model.layout.plots, (clientX - left) / scale, (clientY - top) / scale)
  const plot = found && model.plots[found.index]
  if (found === undefined || plot === undefined) return undefined
  const { place, isAbove, isBeside } = found
  const { grid } = plot.layout
  const under = {
    columnIndex: firstCell(grid.columns, place.binColumn),
    rowIndex: firstCell(grid.layers, place.binRow),
  }
  const last = store.get()
  const { columnIndex, rowIndex } = last?.matrix === plot.basis.matrix ? last.cell : under
  const cell = { ...under, ...(isBeside && { columnIndex }), ...(isAbove && { rowIndex }) }
  return { plot, cell, isBeside }
}

function firstCell(axis: BinAxis, binIndex: number): number {
  return cellsOfBin(axis, binIndex)[0]
}
