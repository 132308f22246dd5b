import { type Tensor } from '../../tensor/Tensor'
import { shownView, type ShownView } from '../../tensor/shownView'
import { parseView, type ViewSettings } from '../../tensor/View'
import { viewNotices } from '../../tensor/viewNotices'

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
  readonly shown: ShownView
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
  const shown = shownView(
    tensor,
    { ...Object.fromEntries(given), ...settings },
    settings === undefined && carriedView === undefined ? kept : {},
  )
  return { shown, notices: viewNotices(file.problems) }
}
