/** Dimensions that NumPy allows. */
const MOST_DIMENSIONS = 64

/** Cells of an array of this shape; NaN for lengths that are no whole numbers, or more than can be counted. */
export function cellCountOf(shape: readonly number[]): number {
  const isWhole = shape.every((size) => Number.isSafeInteger(size) && size >= 0)
  const count = shape.reduce((product, size) => product * size, 1)
  return isWhole && Number.isSafeInteger(count) && shape.length <= MOST_DIMENSIONS ? count : NaN
}

/** `12 × 15`; `1` for a single number. */
export function shapeText(shape: readonly number[]): string {
  return shape.join(' × ') || '1'
}
