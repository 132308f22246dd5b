import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { type FigureSize } from '../../layout/LayoutInput'

/** Height divided by width of the figure if the page scrolls and the frame has no height of its own. */
const PHONE_ASPECT = 1.25
const MIN_HEIGHT = 420

/** Largest height divided by width, if the window has more room. */
const TALLEST = 1.6

/** Space below the frame in CSS pixels, up to what covers the page or is below it. */
const MARGIN = 12

/** Room for the figure and the overview below it, if there is one. */
export interface FrameSize extends FigureSize {
  /** False if the page scrolls: an overview then does not reduce the figure's height. */
  readonly isHeightFixed: boolean
  /** Height of the strips below the figure for which the frame has room, in CSS pixels, if the page scrolls. */
  readonly stripRoom: number
  /**
   * Height that is in view, in CSS pixels, while the axes of a foreign file are asked for: the figure is the preview of
   * the answer. Otherwise undefined.
   */
  readonly previewHeight: number | undefined
}

/** The state for which the controls around the frame are drawn. Other controls may change the frame's height. */
interface Controlled {
  readonly tensorId: number | undefined
  readonly hasBins: boolean
  /** True if the axes are asked for. */
  readonly hasAxes: boolean | undefined
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
  const least = Math.max(MIN_HEIGHT, width * PHONE_ASPECT)
  const top = frame.getBoundingClientRect().top + window.scrollY
  const room = footerTop() - top - MARGIN
  const height = isHeightFixed
    ? frame.clientHeight
    : Math.max(least, Math.min(room, width * TALLEST))
  return {
    width,
    height: Math.floor(height),
    pixelRatio: window.devicePixelRatio,
    isHeightFixed,
    stripRoom: Math.floor(height - least),
    previewHeight: previewHeight(top, room),
  }
}

/** Returns the top of the footer in the window, in CSS pixels. It sticks to the window's lower edge. */
function footerTop(): number {
  return window.innerHeight - (document.querySelector<HTMLElement>('.footer')?.offsetHeight ?? 0)
}

function previewHeight(top: number, room: number): number | undefined {
  const panel = document.querySelector('.panel.axes')
  if (panel === null) return undefined
  const isSheet = getComputedStyle(panel).position === 'fixed'
  return isSheet ? panel.getBoundingClientRect().top - top - MARGIN : room
}

function isSameSize(a: FrameSize, b: FrameSize): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
