import { type Rect } from '../../layout/PlotGrid'
import { colorOperator, operator } from './pathOperators'

/** A cell as it is drawn. */
export interface DrawnCell extends Rect {
  readonly fill: string
}

/**
 * Returns operators that fill cells, given row by row and each row from the left, without seams. Programs smooth the
 * edges of every shape, so that the ground shines through where two shapes only meet; therefore each cell reaches
 * halfway under the neighbors that are drawn after it, and nowhere else.
 */
export function cellOperators(cells: readonly DrawnCell[]): string[] {
  const laterOf = laterCells(cells)
  let color: string | undefined
  return cells.flatMap((cell, index) => {
    const isSame = cell.fill === color
    color = cell.fill
    return [
      ...(isSame ? [] : [colorOperator('rg', color)]),
      reachingPath(cell, laterOf(cell, index)),
      'f',
    ]
  })
}

/** The neighbors of a cell that are drawn after it. */
interface LaterCells {
  readonly right: DrawnCell | undefined
  readonly above: DrawnCell | undefined
  readonly below: DrawnCell | undefined
  /** To the right of the one above or below. */
  readonly corner: DrawnCell | undefined
}

function laterCells(cells: readonly DrawnCell[]): (cell: DrawnCell, index: number) => LaterCells {
  const tops = new Map(cells.map(({ x, y }, index) => [placeOf(x, y), index]))
  const bottoms = new Map(cells.map(({ x, y, height }, index) => [placeOf(x, y + height), index]))
  return ({ x, y, width, height }, index) => {
    const at = (places: typeof tops, left: number, edge: number): DrawnCell | undefined => {
      const found = places.get(placeOf(left, edge)) ?? -1
      return found > index ? cells[found] : undefined
    }
    const [below, above] = [at(tops, x, y + height), at(bottoms, x, y)]
    const corner = below ? at(tops, x + width, y + height) : at(bottoms, x + width, y)
    return { right: at(tops, x + width, y), above, below, corner }
  }
}

/**
 * Returns the outline of a cell and of what it reaches under. To the right it begins at a corner and widens by as much
 * as it is away from it: where two rows meet, it would else shine through at the edge of the neighbor above it.
 */
function reachingPath(
  { x, y, width, height }: DrawnCell,
  { right, above, below, corner }: LaterCells,
): string {
  const next = below ?? above
  const [near, far, down] = below ? [y, y + height, 1] : [y + height, y, -1]
  const end = far + (down * (next?.height ?? 0)) / 2
  if (right === undefined)
    return operator('re', x, Math.min(near, end), width, Math.abs(end - near))
  const edge = x + width
  const reach = Math.min(right.width, height) / 2
  const isFree = next === undefined || corner === undefined
  const points = [
    [x, near],
    [edge, near],
    [edge + reach, near + down * reach],
    // Without a cell at the corner, the path leaves it free.
    ...(isFree
      ? [
          [edge + reach, far - down * reach],
          [edge, far],
          [edge, end],
        ]
      : [[edge + reach, end]]),
    [x, end],
  ]
  return points.map(([left = 0, top = 0], k) => operator(k === 0 ? 'm' : 'l', left, top)).join(' ')
}

function placeOf(x: number, y: number): string {
  return `${Math.round(x * 1000)} ${Math.round(y * 1000)}`
}
