import { type BinPlace } from '../../tensor/BinSource'

/** The number of bins along each whole axis, and the direction of the layers. */
export interface MoveSpace {
  readonly columnCount: number
  readonly rowCount: number
  readonly isUpward: boolean
  /** The bin that has the focus first; default the first of both axes. */
  readonly first?: BinPlace
}

export interface MoveKey {
  readonly key: string
  readonly isCtrl: boolean
}

/** Rows by which PageUp and PageDown move. */
const PAGE = 5

/**
 * Returns the bin that a key moves the focus to; undefined if the key moves nothing. Arrows follow the picture: ArrowUp
 * moves up, whichever way the layers run. If no cell has the focus, a key that moves by steps returns `first`, and a key
 * that goes to an edge goes there from `first`.
 */
export function moveCell(
  { key, isCtrl }: MoveKey,
  from: BinPlace | undefined,
  space: MoveSpace,
): BinPlace | undefined {
  const move = moveOf(key, isCtrl, space)
  if (move === undefined || space.columnCount === 0 || space.rowCount === 0) return undefined
  const { first = { binColumn: 0, binRow: 0 } } = space
  const isStep = Number.isFinite(move.columns) && Number.isFinite(move.rows)
  if (from === undefined && isStep) return first
  const { binColumn, binRow } = from ?? first
  return {
    binColumn: clamp(binColumn + move.columns, space.columnCount),
    binRow: clamp(binRow + move.rows, space.rowCount),
  }
}

interface Move {
  readonly columns: number
  readonly rows: number
}

/** Steps to the right and upwards in the picture, without and with Ctrl. */
const MOVES: Readonly<Record<string, readonly [right: number, up: number][]>> = {
  ArrowLeft: [
    [-1, 0],
    [-Infinity, 0],
  ],
  ArrowRight: [
    [1, 0],
    [Infinity, 0],
  ],
  ArrowUp: [
    [0, 1],
    [0, Infinity],
  ],
  ArrowDown: [
    [0, -1],
    [0, -Infinity],
  ],
  Home: [
    [-Infinity, 0],
    [-Infinity, Infinity],
  ],
  End: [
    [Infinity, 0],
    [Infinity, -Infinity],
  ],
  PageUp: [
    [0, PAGE],
    [0, PAGE],
  ],
  PageDown: [
    [0, -PAGE],
    [0, -PAGE],
  ],
}

function moveOf(key: string, isCtrl: boolean, { isUpward }: MoveSpace): Move | undefined {
  const move = Object.hasOwn(MOVES, key) ? MOVES[key]?.[isCtrl ? 1 : 0] : undefined
  if (move === undefined) return undefined
  const [right, up] = move
  return { columns: right, rows: isUpward ? up : -up }
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index))
}
