import { type FigureModel } from '../../figure/figureModel'
import { type BinPlace } from '../../layout/PlotGrid'
import { columnOfToken } from '../../tensor/Matrix'

/** The pinned cell: layer and token, 0-based indices in the tensor. */
export type PinnedIndex = readonly [layerIndex: number, tokenIndex: number]

/** Where a pinned cell is drawn; undefined where this matrix does not have it. */
export function pinnedPlace(
  { matrix, layout }: FigureModel,
  pinned: PinnedIndex | undefined,
): BinPlace | undefined {
  if (pinned === undefined) return undefined
  const [layerIndex, tokenIndex] = pinned
  if (layerIndex >= matrix.layerCount || tokenIndex >= matrix.tokenCount) return undefined
  return {
    binColumn: Math.floor(columnOfToken(matrix, tokenIndex) / layout.grid.columnsPerBin),
    binRow: Math.floor(layerIndex / layout.grid.layersPerBin),
  }
}
