import { type Tensor } from '../../tensor/Tensor'
import { parseView, resolveView, type View, type ViewSettings } from '../../tensor/View'
import { viewNotices } from '../../tensor/viewNotices'
import { type Windows } from '../../tensor/Windows'
import { openingWindows } from './openingWindows'

/** How a tensor is to be opened, other than its file and the reader's kept settings say. */
export interface Opening {
  /** Stronger than the view of the file; with them, what the reader kept counts for nothing. */
  readonly settings?: ViewSettings
  /** Settings of the file's view to leave out. */
  readonly cleared?: readonly string[]
  /** In place of the file's view, and of what the reader kept: that of the figure which carried the tensor. */
  readonly carriedView?: unknown
}

export interface OpeningView {
  readonly view: View
  readonly windows: Windows
  readonly notices: readonly string[]
}

/** The view in which a tensor opens. Who follows a link sees what its sender saw, whatever they chose before. */
export function openingView(
  tensor: Tensor,
  { settings, cleared = [], carriedView }: Opening,
  kept: ViewSettings,
): OpeningView {
  const file = parseView(carriedView ?? tensor.view)
  const given = Object.entries(file.settings).filter(([key]) => !cleared.includes(key))
  const view = resolveView(
    tensor,
    { ...Object.fromEntries(given), ...settings },
    settings === undefined && carriedView === undefined ? kept : {},
  )
  return { view, windows: openingWindows(tensor, view), notices: viewNotices(file.problems) }
}
