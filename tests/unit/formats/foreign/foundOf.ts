import { type Dimension, type FoundArray } from '../../../../src/formats/foreign/FoundFile'

/** An array of 1, 2, 3 … with these dimensions. */
export function foundOf(
  dimensions: readonly Dimension[],
  more: Partial<FoundArray> = {},
): FoundArray {
  const count = dimensions.reduce((product, { size }) => product * size, 1)
  return {
    name: '',
    values: Float64Array.from({ length: count }, (_, i) => i + 1),
    dimensions,
    ...more,
  }
}
