import { useEffect, useMemo, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'
import { locate } from '../../layout/PlotGrid'
import { type Rect } from '../../layout/Rect'
import { cellsOfBin, type BinAxis } from '../../tensor/BinAxis'
import { type MatrixCell } from '../../tensor/binContents'
import { handleKey } from './handleKey'
import { hide, letGo, pin, rest, show, toggleLine, type Reading } from './Reading'

export interface ReadingHandlers {
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerLeave: (event: PointerEvent<HTMLElement>) => void
  readonly onClick: (event: MouseEvent<HTMLElement>) => void
  readonly onDoubleClick: (event: MouseEvent<HTMLElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onBlur: () => void
}

/** Reads cells by pointer, by keyboard and by touch, and pins them. */
export function useReading(reading: Reading): ReadingHandlers {
  const { store } = reading
  // A tap outside the figure lets go of what is read.
  useEffect(() => {
    const onPointerDown = (event: Event): void => {
      const isInside = event.target instanceof Element && event.target.closest('.figure') !== null
      if (!isInside) hide(store)
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [store])
  return useMemo(() => handlersOf(reading), [reading])
}

function handlersOf(reading: Reading): ReadingHandlers {
  const { store, onZoom } = reading
  return {
    onPointerMove: (event) => {
      if (event.pointerType === 'touch') return
      const { cell } = cellUnder(event, reading) ?? {}
      if (cell === undefined) rest(reading)
      else show(reading, cell)
    },
    onPointerLeave: (event) => {
      if (event.pointerType !== 'touch') rest(reading)
    },
    onClick: (event) => {
      const under = cellUnder(event, reading)
      const isTouch =
        event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch'
      if (under === undefined) {
        if (isTouch) letGo(reading)
        return
      }
      const { cell, isLayer } = under
      const isLine = event.shiftKey && toggleLine(reading, cell, isLayer)
      if (!isLine) pin(reading, cell, !isTouch)
    },
    onDoubleClick: (event) => {
      if (cellUnder(event, reading) !== undefined) onZoom({})
    },
    onKeyDown: (event) => handleKey(event, reading),
    onBlur: () => hide(store),
  }
}

interface UnderPointer {
  readonly cell: MatrixCell
  /** Whether it is its layer rather than its token that is pointed at. */
  readonly isLayer: boolean
}

/** A point of a profile stands for its column or row; the other one stays that of the cell that was read last. */
function cellUnder(
  event: MouseEvent<HTMLElement>,
  { model, store }: Reading,
): UnderPointer | undefined {
  const { left, top } = event.currentTarget.getBoundingClientRect()
  const [x, y] = [event.clientX - left, event.clientY - top]
  const { grid, strips } = model.layout
  const { plot } = grid
  const isAbove = holds(strips.tokenProfile?.rect, x, y)
  const isBeside = holds(strips.layerProfile?.rect, x, y)
  const place = locate(
    grid,
    isBeside ? plot.x + plot.width / 2 : x,
    isAbove ? plot.y + plot.height / 2 : y,
  )
  if (place === undefined) return undefined
  const under = {
    columnIndex: firstCell(grid.columns, place.binColumn),
    rowIndex: firstCell(grid.layers, place.binRow),
  }
  const last = store.get()
  const { columnIndex, rowIndex } = last?.matrix === model.basis.matrix ? last.cell : under
  return {
    cell: { ...under, ...(isBeside && { columnIndex }), ...(isAbove && { rowIndex }) },
    isLayer: isBeside || event.ctrlKey || event.metaKey,
  }
}

function holds(rect: Rect | undefined, x: number, y: number): boolean {
  return (
    rect !== undefined &&
    x >= rect.x &&
    x < rect.x + rect.width &&
    y >= rect.y &&
    y < rect.y + rect.height
  )
}

function firstCell(axis: BinAxis, binIndex: number): number {
  return cellsOfBin(axis, binIndex)[0]
}
