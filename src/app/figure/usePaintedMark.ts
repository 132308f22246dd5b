import { useEffect } from 'react'
import { afterFrames, PAINTED_FRAMES } from '../derive/afterFrames'

/**
 * Sets the performance mark `figure:painted` in the frame after the figure of a newly opened tensor is on the screen.
 */
export function usePaintedMark(tensorId: number | undefined): void {
  useEffect(() => {
    if (tensorId === undefined) return undefined
    return afterFrames(PAINTED_FRAMES, () => performance.mark('figure:painted'))
  }, [tensorId])
}
