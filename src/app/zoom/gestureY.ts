import { pointers } from 'd3-selection'

/**
 * Returns the place of a gesture in CSS pixels from the top of the element. For several fingers, this is their mean.
 */
export function gestureY(event: Event, element: Element): number {
  // A touch event has no coordinates; only its touches have.
  const ys = pointers(event, element).map(([, y]) => y)
  return ys.reduce((sum, y) => sum + y, 0) / ys.length
}
