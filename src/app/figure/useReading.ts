import { useEffect, useMemo, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'
import { type FigureModel } from '../../figure/figureModel'
import { locate } from '../../layout/PlotGrid'
import { cellsOfBin, type BinAxis } from '../../tensor/BinAxis'
import { type MatrixCell } from '../../tensor/binContents'
import { handleKey } from './handleKey'
import { hide, letGo, pin, rest, show, type Reading } from './Reading'

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
  const { model, store, onZoom } = reading
  return {
    onPointerMove: (event) => {
      if (event.pointerType === 'touch') return
      const cell = cellUnder(event, model)
      if (cell === undefined) rest(reading)
      else show(reading, cell)
    },
    onPointerLeave: (event) => {
      if (event.pointerType !== 'touch') rest(reading)
    },
    onClick: (event) => {
      const cell = cellUnder(event, model)
      const isTouch =
        event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch'
      if (cell !== undefined) pin(reading, cell, !isTouch)
      else if (isTouch) letGo(reading)
    },
    onDoubleClick: (event) => {
      if (cellUnder(event, model) !== undefined) onZoom({})
    },
    onKeyDown: (event) => handleKey(event, reading),
    onBlur: () => hide(store),
  }
}

function cellUnder(event: MouseEvent<HTMLElement>, model: FigureModel): MatrixCell | undefined {
  const { left, top } = event.currentTarget.getBoundingClientRect()
  const { grid } = model.layout
  const place = locate(grid, event.clientX - left, event.clientY - top)
  if (place === undefined) return undefined
  return {
    columnIndex: firstCell(grid.columns, place.binColumn),
    rowIndex: firstCell(grid.layers, place.binRow),
  }
}

function firstCell(axis: BinAxis, binIndex: number): number {
  return cellsOfBin(axis, binIndex)[0]
}
