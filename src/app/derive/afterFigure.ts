import { useEffect } from 'react'

/**
 * Frames from the commit of a figure to the mark `figure:painted`: the figure is painted in the first one and on the
 * screen in the next.
 */
const PAINTED_FRAMES = 2

/**
 * Sets the performance mark `figure:painted` in the frame after the figure of a newly opened tensor is on the screen.
 */
export function usePaintedMark(tensorId: number | undefined): void {
  useEffect(() => {
    if (tensorId === undefined) return undefined
    return afterFrames(PAINTED_FRAMES, () => performance.mark('figure:painted'))
  }, [tensorId])
}

/**
 * Calls `call` after the figure of the current commit is on the screen and marked as painted, so that additions to a
 * figure do not delay it. Returns a function that cancels the call.
 */
export function afterFigure(call: () => void): () => void {
  return afterFrames(PAINTED_FRAMES + 1, call)
}

/** Calls `call` in a later frame; `count` 1 is the next frame. Returns a function that cancels the call. */
function afterFrames(count: number, call: () => void): () => void {
  let left = count
  const next = (): void => {
    left--
    if (left <= 0) call()
    else request = requestAnimationFrame(next)
  }
  let request = requestAnimationFrame(next)
  return () => cancelAnimationFrame(request)
}
