import { useLayoutEffect, useState, type RefObject } from 'react'

/** The rows or columns of a table that scrolls: their number, and lengths in CSS pixels. */
export interface LineSpace {
  readonly count: number
  readonly size: number
  /** Length of the header before them, which does not scroll. */
  readonly head: number
}

/** Longest content in CSS pixels: Firefox draws nothing beyond about 17.8 million. */
const LONGEST = 8_000_000

/** Returns the length of the content that scrolls. Of very many lines it is shorter than all of them. */
export function contentLength({ count, size, head }: LineSpace): number {
  return Math.min(LONGEST, head + count * size)
}

/** The place of a table along one axis, in CSS pixels: where it is scrolled to, and the length that is in view. */
export interface GridPlace {
  readonly scroll: number
  readonly view: number
}

/** Returns the distance by which the lines are moved. It differs from the scrolled one if they are very many. */
export function offsetOf(lines: LineSpace, { scroll, view }: GridPlace): number {
  return Math.max(0, scroll * ratioOf(lines, view))
}

function ratioOf(lines: LineSpace, view: number): number {
  const scrollable = contentLength(lines) - view
  return scrollable <= 0 ? 0 : (lines.head + lines.count * lines.size - view) / scrollable
}

/** Returns the lines that are in view; `end` is exclusive. */
export function linesInView(
  lines: LineSpace,
  place: GridPlace,
): readonly [first: number, end: number] {
  const offset = offsetOf(lines, place)
  const end = Math.ceil((offset + place.view - lines.head) / lines.size)
  return [Math.floor(offset / lines.size), Math.max(0, Math.min(lines.count, end))]
}

/** Returns where to scroll so that a line is in view: as little as possible. */
export function scrollFor(lines: LineSpace, { scroll, view }: GridPlace, line: number): number {
  const offset = offsetOf(lines, { scroll, view })
  const start = line * lines.size
  const room = Math.max(lines.size, view - lines.head)
  if (start >= offset && start + lines.size <= offset + room) return scroll
  const ratio = ratioOf(lines, view)
  if (ratio === 0) return 0
  // One pixel of the scrollbar may be several lines: in the middle, the line is in view in any case.
  if (ratio > 1) return (start - room / 2) / ratio
  return start < offset ? start : start + lines.size - room
}

/** The places of an element along both axes. */
export interface Scrolled {
  readonly x: GridPlace
  readonly y: GridPlace
}

/** Where an element is scrolled to and how large it is. */
export interface Scrolling {
  readonly scrolled: Scrolled
  /** Reads it again, after the element was scrolled. */
  readonly readScroll: () => void
}

/** Returns where an element is scrolled to and how large it is. */
export function useScrolled(element: RefObject<HTMLElement | null>): Scrolling {
  const [scrolled, setScrolled] = useState<Scrolled>(UNSCROLLED)
  const readScroll = (): void => {
    const { current } = element
    if (current !== null) setScrolled(scrolledOf(current))
  }
  // The element's size is available only after layout, and changes with the window and the dock.
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return undefined
    const observer = new ResizeObserver(() => setScrolled(scrolledOf(current)))
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return { scrolled, readScroll }
}

const UNSCROLLED: Scrolled = { x: { scroll: 0, view: 0 }, y: { scroll: 0, view: 0 } }

/** Returns the places of an element as it is now. */
export function scrolledOf({
  scrollLeft,
  scrollTop,
  clientWidth,
  clientHeight,
}: HTMLElement): Scrolled {
  return {
    x: { scroll: scrollLeft, view: clientWidth },
    y: { scroll: scrollTop, view: clientHeight },
  }
}
