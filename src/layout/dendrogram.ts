import { type Permutation } from '../tensor/Matrix'
import { columnCenter, rowCenter, type PlotGrid, type Rect } from './PlotGrid'

/**
 * A tree beside the cells, as one path in CSS pixels from the top left corner of its rectangle. The rectangle cuts off
 * what a zoom leaves outside.
 */
export interface Dendrogram {
  readonly rect: Rect
  readonly path: string
}

/** Half the width of a line: keeps the lowest line inside the rectangle. */
const HALF_LINE = 0.5

/**
 * Returns the tree of the columns, which grows upwards from the lower edge of `rect`; undefined if the order has none.
 */
export function columnTree(
  order: Permutation | undefined,
  grid: PlotGrid,
  rect: Rect,
): Dendrogram | undefined {
  return treeOf(order, rect, (place, share) => {
    return [columnCenter(grid, place) - rect.x, (1 - share) * (rect.height - 1) + HALF_LINE]
  })
}

/**
 * Returns the tree of the rows, which grows to the right from the left edge of `rect`; undefined if the order has none.
 */
export function rowTree(
  order: Permutation | undefined,
  grid: PlotGrid,
  rect: Rect,
): Dendrogram | undefined {
  return treeOf(order, rect, (place, share) => {
    return [share * (rect.width - 1), rowCenter(grid, place) - rect.y]
  })
}

/**
 * Returns a tree whose points `pointOf` places, given a place on the axis and a height as a share of the highest join.
 */
function treeOf(
  order: Permutation | undefined,
  rect: Rect,
  pointOf: (place: number, share: number) => readonly [x: number, y: number],
): Dendrogram | undefined {
  const { tree } = order ?? {}
  if (tree === undefined) return undefined
  const highest = tree.at(-1) ?? 0
  const parts: string[] = []
  for (let k = 0; k + 4 < tree.length; k += 5) {
    const [placeA = 0, heightA = 0, placeB = 0, heightB = 0, height = 0] = tree.subarray(k, k + 5)
    const corners = [
      [placeA, heightA],
      [placeA, height],
      [placeB, height],
      [placeB, heightB],
    ] as const
    const points = corners.map(([place, high]) => {
      const [x, y] = pointOf(place, high / (highest || 1))
      return `${hundredths(x)} ${hundredths(y)}`
    })
    parts.push(`M${points.join('L')}`)
  }
  return { rect, path: parts.join('') }
}

/** Returns a length rounded to hundredths, which is finer than any pixel. */
export function hundredths(length: number): number {
  return Math.round(length * 100) / 100
}
