import { useLayoutEffect, useRef, type RefObject } from 'react'
import { type PlotGrid } from '../../layout/PlotGrid'
import { figureZoom, type FigureZoom } from './figureZoom'
import { type Windows } from '../../tensor/Windows'

/** Zooms and pans by wheel, pinch and drag over the plot: the tokens, and the layers where these are many. */
export function useZoom(
  element: RefObject<HTMLElement | null>,
  grid: PlotGrid,
  windows: Windows,
  onZoom: (windows: Windows) => void,
): void {
  const gestures = useRef<FigureZoom>(undefined)
  // A gesture outlives many renders, so its listeners are bound once.
  useLayoutEffect(() => {
    const node = element.current
    if (node === null) return undefined
    const bound = figureZoom(node)
    gestures.current = bound
    return () => bound.stop()
  }, [element])
  // Keys, the overview and the search move the windows too: the next step goes on from there, not from a frame before.
  useLayoutEffect(
    () => gestures.current?.follow({ grid, windows, onZoom }),
    [grid, windows, onZoom],
  )
}
