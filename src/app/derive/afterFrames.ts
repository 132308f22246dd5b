/** Frames from the commit of a figure to `figure:painted`: the first one is yet to be painted, the next shows it. */
export const PAINTED_FRAMES = 2

/** Calls back in a coming frame, 1 being the next one. Returns a function that takes the call back. */
export function afterFrames(count: number, call: () => void): () => void {
  let left = count
  const next = (): void => {
    left--
    if (left <= 0) call()
    else request = requestAnimationFrame(next)
  }
  let request = requestAnimationFrame(next)
  return () => cancelAnimationFrame(request)
}

/**
 * Calls back when the figure that was committed with the caller is on the screen and marked as painted: what adds to a
 * figure must not delay it. Returns a function that takes the call back.
 */
export function afterFigure(call: () => void): () => void {
  return afterFrames(PAINTED_FRAMES + 1, call)
}
