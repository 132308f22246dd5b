import { cellValues, type Numbers } from '../../tensor/CellValues'
import { type Tensor } from '../../tensor/Tensor'
import { cellWalk, type CellWalk } from './cellWalk'
import { type FoundArray, type Arrangement } from './FoundFile'

type ArrangedValues = Pick<Tensor, 'values' | 'rowOffsets' | 'queryRows'>

/**
 * Returns the cells of an array in the order [query][layer][token]. If they already have this order, they are a view of
 * the same buffer; otherwise a copy of the same width. Ragged rows stay ragged. If tokens are not the innermost
 * dimension, a gap within a row is missing and a gap at its end is padding. If `isFlipped` is true, the last layer
 * becomes the first.
 */
export function arrangedValues(
  array: FoundArray,
  arrangement: Arrangement,
  isFlipped = false,
): ArrangedValues {
  const walk = cellWalk(array, arrangement, isFlipped)
  const rowCount = walk.queryCount * walk.layerCount
  const rowOffsets = new Float64Array(rowCount + 1)
  for (let row = 0; row < rowCount; row++) {
    rowOffsets[row + 1] = (rowOffsets[row] ?? 0) + walk.lengthOf(row)
  }
  const queryRows = Uint32Array.from(
    { length: walk.queryCount + 1 },
    (_, query) => query * walk.layerCount,
  )
  return {
    values: cellValues(viewed(array, walk, rowOffsets) ?? copied(array, walk, rowOffsets)),
    rowOffsets,
    queryRows,
  }
}

/** Returns the part of the array that holds all rows one after the other, or undefined if there is no such part. */
function viewed(
  { values }: FoundArray,
  walk: CellWalk,
  rowOffsets: Float64Array,
): Numbers | undefined {
  if (!walk.hasRuns) return undefined
  const cellCount = rowOffsets.at(-1) ?? 0
  let start = -1
  for (let row = 0; row + 1 < rowOffsets.length; row++) {
    const offset = rowOffsets[row] ?? 0
    if (rowOffsets[row + 1] === offset) continue
    const found = walk.offsetOf(row, 0)
    if (start < 0) start = found - offset
    if (found - offset !== start) return undefined
  }
  return values.subarray(Math.max(start, 0), Math.max(start, 0) + cellCount)
}

function copied({ values }: FoundArray, walk: CellWalk, rowOffsets: Float64Array): Numbers {
  const cellCount = rowOffsets.at(-1) ?? 0
  const copy =
    values instanceof Float32Array ? new Float32Array(cellCount) : new Float64Array(cellCount)
  for (let row = 0; row + 1 < rowOffsets.length; row++) {
    const start = rowOffsets[row] ?? 0
    const length = (rowOffsets[row + 1] ?? 0) - start
    if (walk.hasRuns && length > 0) {
      const found = walk.offsetOf(row, 0)
      copy.set(values.subarray(found, found + length), start)
    } else {
      for (let token = 0; token < length; token++) {
        copy[start + token] = values[walk.offsetOf(row, token)] ?? NaN
      }
    }
  }
  return copy
}
