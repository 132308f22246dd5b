import { type Permutation } from '../tensor/Matrix'
import { columnTree, rowTree, type Dendrogram } from './dendrogram'
import { colorBarWidth, hasBracketRoom } from './colorBarLayout'
import { type LayoutStyle } from './LayoutStyle'
import {
  alignedUp,
  NARROW,
  styleOf,
  type FigureSize,
  type OwnColorBar,
  type PlotInput,
} from './LayoutInput'
import { type PlotGrid } from './PlotGrid'
import { layerProfile, tokenProfile, type ProfileLayout } from './profileLayout'
import { type ProfileInput } from './ProfileInput'

/** Strips beside the plot that share its axes: trees next to it, profiles outside. */
export interface StripsLayout {
  readonly tokenTree?: Dendrogram
  readonly layerTree?: Dendrogram
  readonly tokenProfile?: ProfileLayout
  readonly layerProfile?: ProfileLayout
}

/** Gap between the plot, its trees and its profiles. */
const GAP = 6

/**
 * Returns the height of the strips above the plot and the width of all that is at its right, with gaps, in CSS pixels.
 */
export function stripSizes(
  { matrix, profile, colorBar }: PlotInput,
  size: FigureSize,
): {
  readonly above: number
  readonly beside: number
} {
  const { tokenOrder, layerOrder } = matrix
  const style = styleOf(size)
  return {
    above: treeRoom(tokenOrder, style) + (profile ? style.profileHeight + GAP : 0),
    beside:
      treeRoom(layerOrder, style) +
      (profile ? profileWidth(profile, size) + GAP : 0) +
      (colorBar ? ownBarGap(colorBar, size) + ownBarWidth(colorBar, size) : 0),
  }
}

/** Returns the gap between a plot and its own color bar in CSS pixels. */
export function ownBarGap(colorBar: OwnColorBar, size: FigureSize): number {
  const { gaps, bracketRoom } = styleOf(size).bar
  return gaps[1] + (hasBracketRoom(colorBar, size) ? bracketRoom : 0)
}

function ownBarWidth(colorBar: OwnColorBar, size: FigureSize): number {
  return alignedUp(colorBarWidth(colorBar, ownBarInput(colorBar, size)), size)
}

/** Returns the input of a plot's own color bar, which has no title. */
export function ownBarInput(
  { barEnds, barRoom = barEnds }: OwnColorBar,
  size: FigureSize,
): Parameters<typeof colorBarWidth>[1] {
  return { size, text: { metric: '', barEnds, barRoom } }
}

/** Returns the width of the profile of the layers, which is up to twice as wide if it compares queries. */
function profileWidth({ compared }: ProfileInput, size: FigureSize): number {
  const [wide, narrow] = styleOf(size).profileWidths
  const [width, factor] = size.width < NARROW ? [narrow, 1.5] : [wide, 2]
  return compared === undefined ? width : width * factor
}

function treeRoom(order: Permutation | undefined, { treeSize }: LayoutStyle): number {
  return order?.tree === undefined ? 0 : treeSize + GAP
}

/** Lays out the strips of a plot: trees if its orders have them, profiles if it has any. */
export function stripsLayout(
  { matrix, profile }: PlotInput,
  grid: PlotGrid,
  size: FigureSize,
): StripsLayout {
  const { tokenOrder, layerOrder } = matrix
  const { x, y, width, height } = grid.plot
  const style = styleOf(size)
  const { treeSize, profileHeight } = style
  const top = y - treeRoom(tokenOrder, style)
  const right = x + width + treeRoom(layerOrder, style)
  const tokenTree = columnTree(tokenOrder, grid, { x, y: top, width, height: treeSize })
  const layerTree = rowTree(layerOrder, grid, { x: right - treeSize, y, width: treeSize, height })
  const above = { x, y: top - GAP - profileHeight, width, height: profileHeight }
  const beside = { x: right + GAP, y, width: profile ? profileWidth(profile, size) : 0, height }
  return {
    ...(tokenTree && { tokenTree }),
    ...(layerTree && { layerTree }),
    ...(profile && {
      tokenProfile: tokenProfile(matrix, grid, above, { ...profile, style }),
      layerProfile: layerProfile(matrix, grid, beside, { ...profile, style }),
    }),
  }
}
