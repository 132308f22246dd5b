import { useEffect } from 'react'

/** Marks `figure:painted` in the frame after the figure of a newly opened tensor is on the screen. */
export function usePaintedMark(tensorId: number | undefined): void {
  useEffect(() => {
    if (tensorId === undefined) return undefined
    // The first callback runs before the frame with the figure is painted, the second one after it.
    let request = requestAnimationFrame(() => {
      request = requestAnimationFrame(() => performance.mark('figure:painted'))
    })
    return () => cancelAnimationFrame(request)
  }, [tensorId])
}
