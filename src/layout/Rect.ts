/** A rectangle in CSS pixels of the figure; y runs down. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
