import { cellValues, type Numbers } from '../../tensor/CellValues'
import { type Tensor } from '../../tensor/Tensor'
import { Budget, checkRows } from '../source/Budget'
import { dimensionOf, type Arrangement, type FoundArray, type Role } from './FoundFile'

/** The cells of a tensor with the bounds of its rows and queries. */
export type ArrangedValues = Pick<Tensor, 'values' | 'rowOffsets' | 'queryRows'>

/**
 * Returns the cells of an array in the order [query][layer][token]. If they already have this order, they are a view of
 * the same buffer; otherwise a copy of the same width. Ragged rows stay ragged. If tokens are not the innermost
 * dimension, a gap within a row is missing and a gap at its end is padding. If `isFlipped` is true, the last layer
 * becomes the first. Throws TensorError (too-large).
 */
export function arrangedValues(
  array: FoundArray,
  arrangement: Arrangement,
  isFlipped = false,
): ArrangedValues {
  const walk = cellWalk(array, arrangement, isFlipped)
  const rowCount = walk.queryCount * walk.layerCount
  checkRows(rowCount)
  // Ragged rows that are turned may become a full rectangle, however small the file is.
  if (!walk.hasRuns) new Budget(array.values.byteLength).keepCells(rowCount * walk.tokenCount)
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

/** The places of an arranged tensor's cells in the found array. Rows are the layers of the tensor, query by query. */
interface CellWalk {
  readonly queryCount: number
  readonly layerCount: number
  /** Number of tokens of the longest row. */
  readonly tokenCount: number
  /** Whether the tokens of a row are consecutive in the array. */
  readonly hasRuns: boolean
  /** Returns the number of tokens of a row, up to the last one that the array has. */
  lengthOf(row: number): number
  /** Returns the offset of a cell in the array's values, or −1 if a ragged row does not have the cell. */
  offsetOf(row: number, tokenIndex: number): number
}

/**
 * Returns the walk over an array with the given arrangement. If `isFlipped` is true, the last layer becomes the first.
 */
export function cellWalk(
  array: FoundArray,
  arrangement: Arrangement,
  isFlipped: boolean,
): CellWalk {
  const steps = stepsOf(array)
  const stepOf = (role: Role): Step => steps[dimensionOf(arrangement, role)] ?? NO_STEP
  const query = stepOf('query')
  const layer = stepOf('layer')
  const token = stepOf('token')
  const innermost = innermostRows(array)
  let rowOrigin = 0
  let cellOrigin = 0
  arrangement.forEach((role, i) => {
    if (typeof role === 'string') return
    rowOrigin += role * (steps[i]?.rows ?? 0)
    cellOrigin += role * (steps[i]?.cells ?? 0)
  })

  const placeOf = (row: number, tokenIndex: number): [foundRow: number, cell: number] => {
    const q = Math.floor(row / layer.count)
    const l = isFlipped ? (q + 1) * layer.count - 1 - row : row - q * layer.count
    return [
      rowOrigin + q * query.rows + l * layer.rows + tokenIndex * token.rows,
      cellOrigin + q * query.cells + l * layer.cells + tokenIndex * token.cells,
    ]
  }
  const offsetOf = (row: number, tokenIndex: number): number => {
    const [foundRow, cell] = placeOf(row, tokenIndex)
    return cell < innermost.lengthOf(foundRow) ? innermost.startOf(foundRow) + cell : -1
  }
  const hasRuns = token.rows === 0
  const lengthOf = (row: number): number => {
    let length = token.count
    if (hasRuns && token.cells === 1) {
      // Among very many short rows and a long one, the search below would look at every cell of the rectangle.
      const [foundRow, cell] = placeOf(row, 0)
      length = Math.min(length, Math.max(0, innermost.lengthOf(foundRow) - cell))
    }
    while (length > 0 && offsetOf(row, length - 1) < 0) length--
    return length
  }
  return {
    queryCount: query.count,
    layerCount: layer.count,
    tokenCount: token.count,
    hasRuns,
    lengthOf,
    offsetOf,
  }
}

/** The distance from one index of a dimension to the next. */
interface Step {
  /** Number of indices of the dimension. */
  readonly count: number
  /** Distance in innermost rows of the array. */
  readonly rows: number
  /** Distance in cells within an innermost row. */
  readonly cells: number
}

const NO_STEP: Step = { count: 1, rows: 0, cells: 0 }

function stepsOf({ dimensions }: FoundArray): readonly Step[] {
  const last = dimensions.length - 1
  let rows = 1
  const outer = dimensions.slice(0, last).toReversed()
  const steps = outer.map(({ size }) => {
    const step = { count: size, rows, cells: 0 }
    rows *= size
    return step
  })
  return [...steps.toReversed(), { count: dimensions[last]?.size ?? 1, rows: 0, cells: 1 }]
}

interface InnermostRows {
  startOf(row: number): number
  lengthOf(row: number): number
}

function innermostRows({ dimensions, rowLengths }: FoundArray): InnermostRows {
  const size = dimensions.at(-1)?.size ?? 1
  if (rowLengths === undefined) return { startOf: (row) => row * size, lengthOf: () => size }
  const starts = new Float64Array(rowLengths.length)
  for (let row = 1; row < starts.length; row++) {
    starts[row] = (starts[row - 1] ?? 0) + (rowLengths[row - 1] ?? 0)
  }
  return { startOf: (row) => starts[row] ?? 0, lengthOf: (row) => rowLengths[row] ?? 0 }
}
