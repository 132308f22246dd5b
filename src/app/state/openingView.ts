import { shownView, type ShownView } from '../../tensor/shownView'
import { type Tensor } from '../../tensor/Tensor'
import { parseView, type ViewSettings, viewNotices } from '../../tensor/View'

/** The settings of a tensor's first view, where they differ from those of its file and the stored ones. */
export interface Opening {
  /** Settings that override the file's view. If present, the reader's stored settings are ignored. */
  readonly settings?: ViewSettings
  /** Settings of the file's view to leave out. */
  readonly cleared?: readonly string[]
  /** View of the figure that carried the tensor. It replaces the file's view and the reader's stored settings. */
  readonly carriedView?: unknown
}

export interface OpeningView {
  readonly shown: ShownView
  readonly notices: readonly string[]
}

/**
 * Returns the view in which a tensor opens. With the settings of a link it is the sender's view, whatever the reader
 * chose before.
 */
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
