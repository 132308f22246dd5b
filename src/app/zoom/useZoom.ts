import { useLayoutEffect, useRef, type RefObject } from 'react'
import { type PlotGrid } from '../../layout/PlotGrid'
import { figureZoom, type FigureZoom } from './figureZoom'
import { type Windows } from '../../tensor/Windows'

/** Zooms and pans by wheel, pinch and drag over the plot: the tokens, and also the layers if these are many. */
export function useZoom(
  element: RefObject<HTMLElement | null>,
  grid: PlotGrid,
  windows: Windows,
  onZoom: (windows: Windows) => void,
): void {
  const gestures = useRef<FigureZoom>(undefined)
  // A gesture lasts many renders, so its listeners are bound once.
  useLayoutEffect(() => {
    const node = element.current
    if (node === null) return undefined
    const bound = figureZoom(node)
    gestures.current = bound
    return () => bound.stop()
  }, [element])
  // Keys, the overview and the search change the windows too. The next step of a gesture continues from there, not from
  // an earlier frame.
  useLayoutEffect(
    () => gestures.current?.follow({ grid, windows, onZoom }),
    [grid, windows, onZoom],
  )
}
