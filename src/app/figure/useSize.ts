import { useLayoutEffect, useState, type RefObject } from 'react'
import { type FigureSize } from '../../layout/FigureLayout'

/** Below this window width the page scrolls and the figure's height follows its width. */
const PHONE_WIDTH = 720
const MIN_HEIGHT = 420

/**
 * Room for the figure: the frame's width, and the height that the window leaves between the frame's top and the
 * element below the figure. Undefined until it was measured once.
 */
export function useSize(
  frame: RefObject<HTMLElement | null>,
  belowHeight: number,
): FigureSize | undefined {
  const [size, setSize] = useState<FigureSize>()
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const measure = (): void => {
      const { width, top } = element.getBoundingClientRect()
      const next = {
        width: Math.floor(width),
        height: heightFor(width, top + window.scrollY, belowHeight),
        pixelRatio: window.devicePixelRatio,
      }
      setSize((old) => (old !== undefined && isSameSize(old, next) ? old : next))
    }
    measure()
    // The frame's width changes with the window or with a panel beside it; the ratio with zoom or another screen.
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [frame, belowHeight])
  return size
}

function heightFor(width: number, top: number, belowHeight: number): number {
  if (window.innerWidth < PHONE_WIDTH) return Math.max(MIN_HEIGHT, Math.round(width * 1.25))
  return Math.max(MIN_HEIGHT, Math.floor(window.innerHeight - top - belowHeight))
}

function isSameSize(a: FigureSize, b: FigureSize): boolean {
  return a.width === b.width && a.height === b.height && a.pixelRatio === b.pixelRatio
}
