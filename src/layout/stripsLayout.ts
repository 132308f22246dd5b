import { columnTree, rowTree, type Dendrogram } from './dendrogram'
import { NARROW, styleOf, type FigureSize, type PlotInput } from './LayoutInput'
import { type PlotGrid } from './PlotGrid'
import { layerProfile, tokenProfile, type ProfileLayout } from './profileLayout'

/** Strips beside the plot that share its axes: trees next to it, profiles outside. */
export interface StripsLayout {
  readonly tokenTree?: Dendrogram
  readonly layerTree?: Dendrogram
  readonly tokenProfile?: ProfileLayout
  readonly layerProfile?: ProfileLayout
}

/** Height of the token tree, and width of the layer tree. */
const TREE = 34
/** Gap between the plot, its trees and its profiles. */
const GAP = 6

/** Returns the height of the strips above the plot and the width of those at its right, with gaps, in CSS pixels. */
export function stripSizes(
  { matrix, profile }: PlotInput,
  size: FigureSize,
): {
  readonly above: number
  readonly beside: number
} {
  const { tokenOrder, layerOrder } = matrix
  return {
    above: treeSize(tokenOrder?.tree) + (profile ? styleOf(size).profileHeight + GAP : 0),
    beside: treeSize(layerOrder?.tree) + (profile ? profileWidth(size) + GAP : 0),
  }
}

function profileWidth(size: FigureSize): number {
  return styleOf(size).profileWidths[size.width < NARROW ? 1 : 0]
}

function treeSize(tree: Float64Array | undefined): number {
  return tree === undefined ? 0 : TREE + GAP
}

/** Lays out the strips of a plot: trees if its orders have them, profiles if it has any. */
export function stripsLayout(
  { matrix, profile }: PlotInput,
  grid: PlotGrid,
  size: FigureSize,
): StripsLayout {
  const { tokenOrder, layerOrder } = matrix
  const { x, y, width, height } = grid.plot
  const top = y - treeSize(tokenOrder?.tree)
  const right = x + width + treeSize(layerOrder?.tree)
  const tokenTree = columnTree(tokenOrder, grid, { x, y: top, width, height: TREE })
  const layerTree = rowTree(layerOrder, grid, { x: right - TREE, y, width: TREE, height })
  const { profileHeight, caption } = styleOf(size)
  const above = { x, y: top - GAP - profileHeight, width, height: profileHeight }
  const beside = { x: right + GAP, y, width: profileWidth(size), height }
  return {
    ...(tokenTree && { tokenTree }),
    ...(layerTree && { layerTree }),
    ...(profile && {
      tokenProfile: tokenProfile(matrix, grid, above, { ...profile, caption }),
      layerProfile: layerProfile(matrix, grid, beside, { ...profile, caption }),
    }),
  }
}
