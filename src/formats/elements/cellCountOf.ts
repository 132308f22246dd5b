/** The largest number of dimensions in NumPy. */
const MOST_DIMENSIONS = 64

/**
 * Returns the number of cells of an array of this shape. Returns NaN if a length is not a whole number, or if the cells
 * are too many to count exactly.
 */
export function cellCountOf(shape: readonly number[]): number {
  const isWhole = shape.every((size) => Number.isSafeInteger(size) && size >= 0)
  const count = shape.reduce((product, size) => product * size, 1)
  return isWhole && Number.isSafeInteger(count) && shape.length <= MOST_DIMENSIONS ? count : NaN
}

/** Returns the text of a shape: `12 × 15`; `1` for a single number. */
export function shapeText(shape: readonly number[]): string {
  return shape.join(' × ') || '1'
}
