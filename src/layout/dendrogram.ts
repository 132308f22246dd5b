import { type Permutation } from '../tensor/Matrix'
import { columnCenter, rowCenter, type PlotGrid } from './PlotGrid'
import { type Rect } from './Rect'

/** A tree beside the cells, as one path of CSS pixels from its rectangle's corner, which cuts it. */
export interface Dendrogram {
  readonly rect: Rect
  readonly path: string
}

/** Half the width of a line, which is not to be cut. */
const HALF_LINE = 0.5

/** The tree of the columns grows upwards from the rectangle's lower edge. */
export function columnTree(
  order: Permutation | undefined,
  grid: PlotGrid,
  rect: Rect,
): Dendrogram | undefined {
  return treeOf(order, rect, (place, share) => {
    return [columnCenter(grid, place) - rect.x, (1 - share) * (rect.height - 1) + HALF_LINE]
  })
}

/** The tree of the rows grows to the right. */
export function rowTree(
  order: Permutation | undefined,
  grid: PlotGrid,
  rect: Rect,
): Dendrogram | undefined {
  return treeOf(order, rect, (place, share) => {
    return [share * (rect.width - 1), rowCenter(grid, place) - rect.y]
  })
}

/** `pointOf` takes a place on the axis and a share of the highest join. */
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

/** Finer than any pixel. */
export function hundredths(length: number): number {
  return Math.round(length * 100) / 100
}
