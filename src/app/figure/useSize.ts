import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { type FigureSize } from '../../layout/LayoutInput'

/** Height divided by width of the figure if the page scrolls and the frame has no height of its own. */
const PHONE_ASPECT = 1.25
const MIN_HEIGHT = 420

/** Room for the figure and the overview below it, if there is one. */
export interface FrameSize extends FigureSize {
  /** False if the page scrolls: an overview then does not reduce the figure's height. */
  readonly isHeightFixed: boolean
}

/** The state for which the controls around the frame are drawn. Other controls may change the frame's height. */
interface Controlled {
  readonly tensorId: number | undefined
  readonly hasBins: boolean
}

/** Room for the figure: the size of the frame in the page's layout. */
export interface Room {
  /** Undefined before the first measurement. */
  readonly size: FrameSize | undefined
  /** Argument of the last call of `measure`. */
  readonly controlled: Controlled | undefined
  /** Measures at once. To be called in a layout effect after the controls were drawn. */
  readonly measure: (controlled: Controlled) => void
}

/** Returns the size of the frame, and measures it whenever it changes. */
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
    // Changing the figure while sizes are reported would change sizes again, which Firefox reports as an error.
    const measureSoon = (): void => {
      cancelAnimationFrame(request)
      request = requestAnimationFrame(measure)
    }
    // The frame's size depends on the window and on the elements above it; the pixel ratio depends on the zoom and the
    // screen.
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
