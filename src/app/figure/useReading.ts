import { useEffect, useMemo, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'
import { type FigureModel } from '../../figure/figureModel'
import { locate, type BinPlace } from '../../layout/PlotGrid'
import { tokenOfColumn } from '../../tensor/Matrix'
import { binReadout } from './binReadout'
import { isSamePlace, type CellStore } from './CellStore'
import { moveCell } from './moveCell'
import { type PinnedIndex } from './pinnedPlace'

export interface ReadingHandlers {
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerLeave: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onBlur: () => void
}

export interface Reading {
  readonly model: FigureModel
  readonly store: CellStore
  readonly pinned: BinPlace | undefined
  readonly onPin: (cell: PinnedIndex | undefined) => void
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
  const { model, store } = reading
  return {
    onPointerMove: (event) => {
      if (event.pointerType === 'touch') return
      const place = placeUnder(event, model)
      if (place === undefined) rest(reading)
      else show(reading, place)
    },
    onPointerLeave: (event) => {
      if (event.pointerType !== 'touch') rest(reading)
    },
    onPointerUp: (event) => {
      const place = placeUnder(event, model)
      const isTouch = event.pointerType === 'touch'
      if (place !== undefined && event.button === 0) pin(reading, place, !isTouch)
      else if (isTouch) letGo(reading)
    },
    onKeyDown: (event) => handleKey(event, reading),
    onBlur: () => hide(store),
  }
}

function handleKey(event: KeyboardEvent<HTMLElement>, reading: Reading): void {
  if (event.altKey || event.metaKey) return
  const { model, store, pinned } = reading
  const read = store.get()
  const from = read?.bins === model.bins ? read.place : pinned
  if (event.key === 'Escape') letGo(reading)
  else if (event.key === 'Enter' && from !== undefined) pin(reading, from, true)
  else {
    const { columnCount, rowCount } = model.bins
    const space = { columnCount, rowCount, isUpward: model.layout.grid.isUpward }
    const place = moveCell({ key: event.key, isCtrl: event.ctrlKey }, from, space)
    if (place === undefined) return
    show(reading, place)
    event.preventDefault()
  }
}

function show({ model, store }: Reading, place: BinPlace): void {
  store.set({ place, bins: model.bins, isShown: true })
}

/** The readout goes back to the pinned cell; without one the last cell stays, to be copied. */
function rest({ store, pinned }: Reading): void {
  if (pinned === undefined) hide(store)
  else store.set(undefined)
}

function hide(store: CellStore): void {
  const read = store.get()
  if (read !== undefined) store.set({ ...read, isShown: false })
}

function letGo({ store, onPin }: Reading): void {
  onPin(undefined)
  store.set(undefined)
}

/** Pins the cell; with `canUnpin`, the pinned cell is let go instead. A padding cell cannot be pinned. */
function pin(reading: Reading, place: BinPlace, canUnpin: boolean): void {
  const { model, pinned, onPin } = reading
  show(reading, place)
  onPin(canUnpin && isSamePlace(place, pinned) ? undefined : indexOf(model, place))
}

function indexOf(model: FigureModel, place: BinPlace): PinnedIndex | undefined {
  const { layerIndex, columnIndex } = binReadout(model, place)
  const token = tokenOfColumn(model.matrix, columnIndex)
  const isToken = token >= 0 && token < model.matrix.tokenCount
  return isToken ? [layerIndex, token] : undefined
}

function placeUnder(event: MouseEvent<HTMLElement>, model: FigureModel): BinPlace | undefined {
  const { left, top } = event.currentTarget.getBoundingClientRect()
  return locate(model.layout.grid, event.clientX - left, event.clientY - top)
}
