import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { type FrameSize } from './modelInFrame'

/** Height over width of the figure where the page scrolls and the frame has no height of its own. */
const PHONE_ASPECT = 1.25
const MIN_HEIGHT = 420

/** What the controls beside the frame are for: others may leave the frame another height. */
export interface Controlled {
  readonly tensorId: number | undefined
  readonly hasBins: boolean
}

/** Room for the figure: the frame's, as the page's style gives it. */
export interface Room {
  /** Undefined until it was measured once. */
  readonly size: FrameSize | undefined
  /** As of the last call of `measure`. */
  readonly controlled: Controlled | undefined
  /** Measures at once, in a layout effect after the controls were drawn. */
  readonly measure: (controlled: Controlled) => void
}

/** Follows the size of the frame. */
export function useSize(frame: RefObject<HTMLElement | null>): Room {
  const [size, setSize] = useState<FrameSize>()
  const [controlled, setControlled] = useState<Controlled>()
  const again = useRef<() => void>(undefined)
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const measure = (): void => {
      const next = sizeOf(element)
      setSize((old) => (old !== undefined && isSameSize(old, next) ? old : next))
    }
    again.current = measure
    measure()
    let request = 0
    // A figure that changed while sizes are reported would change sizes again, which Firefox reports as an error.
    const measureSoon = (): void => {
      cancelAnimationFrame(request)
      request = requestAnimationFrame(measure)
    }
    // The frame changes with the window and with what stands above it; the ratio with zoom or another screen.
    const observer = new ResizeObserver(measureSoon)
    observer.observe(element)
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      cancelAnimationFrame(request)
      window.removeEventListener('resize', measure)
    }
  }, [frame])
  const measure = useCallback((next: Controlled) => {
    again.current?.()
    setControlled(next)
  }, [])
  return useMemo(() => ({ size, controlled, measure }), [size, controlled, measure])
}

function sizeOf(frame: HTMLElement): FrameSize {
  const width = Math.floor(frame.clientWidth)
  const isHeightFixed = getComputedStyle(frame).position === 'absolute'
  const height = isHeightFixed ? frame.clientHeight : Math.max(MIN_HEIGHT, width * PHONE_ASPECT)
  const pixelRatio = window.devicePixelRatio
  return { width, height: Math.floor(height), pixelRatio, isHeightFixed }
}

function isSameSize(a: FrameSize, b: FrameSize): boolean {
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.pixelRatio === b.pixelRatio &&
    a.isHeightFixed === b.isHeightFixed
  )
}
