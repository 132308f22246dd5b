import { maxLayerCount, type Tensor } from '../../tensor/Tensor'
import { type ViewSettings } from '../../tensor/View'

/** Number of rows or columns above which cells share a pixel on some screens. */
const MANY = 500

/** Returns whether cells of a tensor's figure may share a pixel, so that its look depends on the setting `detail`. */
export function mayShareCells(tensor: Tensor): boolean {
  return maxLayerCount(tensor) > MANY || tensor.tokenCounts.some((count) => count > MANY)
}

/**
 * Returns a notice if a link describes a view without its `detail`, as links did while its default was another one.
 * `settings` are those of the link; absent if the tensor was not opened by a link.
 */
export function oldLinkNotices(
  tensor: Tensor,
  settings: ViewSettings | undefined,
  shown: Pick<ViewSettings, 'detail'>,
): readonly string[] {
  const isSilent = settings === undefined || Object.keys(settings).length === 0
  if (isSilent || settings.detail !== undefined || shown.detail !== 'typical') return []
  return mayShareCells(tensor)
    ? [
        'This link does not say what is shown when cells share a pixel. The default, their typical values, is shown; older links meant the most extreme cell, which the menu Axes still offers.',
      ]
    : []
}
