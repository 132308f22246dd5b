import { dimensionOf, type FoundArray, type Arrangement, type Role } from './FoundFile'

/** The places of an arranged tensor's cells in the found array. Rows are the layers of the tensor, query by query. */
export interface CellWalk {
  readonly queryCount: number
  readonly layerCount: number
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

  const offsetOf = (row: number, tokenIndex: number): number => {
    const q = Math.floor(row / layer.count)
    const l = isFlipped ? (q + 1) * layer.count - 1 - row : row - q * layer.count
    const foundRow = rowOrigin + q * query.rows + l * layer.rows + tokenIndex * token.rows
    const cell = cellOrigin + q * query.cells + l * layer.cells + tokenIndex * token.cells
    return cell < innermost.lengthOf(foundRow) ? innermost.startOf(foundRow) + cell : -1
  }
  const lengthOf = (row: number): number => {
    let length = token.count
    while (length > 0 && offsetOf(row, length - 1) < 0) length--
    return length
  }
  const hasRuns = token.rows === 0
  return { queryCount: query.count, layerCount: layer.count, hasRuns, lengthOf, offsetOf }
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
