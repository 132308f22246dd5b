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
      ...reachingRects(cell, laterOf(cell, index)),
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

/** Returns the rectangles that a cell fills. Without a cell at the corner they leave it free. */
function reachingRects(
  { x, y, width, height }: DrawnCell,
  { right, above, below, corner }: LaterCells,
): string[] {
  const next = below ?? above
  const wide = width + (right?.width ?? 0) / 2
  const tall = height + (next?.height ?? 0) / 2
  const top = below ? y : y + height - tall
  if (right === undefined || next === undefined || corner !== undefined) {
    return [operator('re', x, top, wide, tall)]
  }
  return [operator('re', x, y, wide, height), operator('re', x, top, width, tall)]
}

function placeOf(x: number, y: number): string {
  return `${Math.round(x * 1000)} ${Math.round(y * 1000)}`
}
