import { pointers } from 'd3-selection'

/** Where a gesture is, in CSS pixels from the top of the element: of several fingers, the middle between them. */
export function gestureY(event: Event, element: Element): number {
  // A touch event has no place of its own, only its fingers have.
  const ys = pointers(event, element).map(([, y]) => y)
  return ys.reduce((sum, y) => sum + y, 0) / ys.length
}
