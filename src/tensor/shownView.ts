import { matrixOf } from './Matrix'
import { matrixInView } from './panels'
import { type Tensor } from './Tensor'
import { resolveView, type PinnedIndex, type View, type ViewSettings } from './View'
import { windowOf, type Windows } from './Windows'

/** A view as it is shown. The zoom and the pinned cell change often, so they are kept beside the view. */
export interface ShownView {
  readonly view: View
  readonly windows: Windows
  readonly cell?: PinnedIndex | undefined
}

/**
 * Returns the view of a tensor from the file's settings and the kept ones, as `resolveView` does, with the zoom and the
 * pinned cell.
 */
export function shownView(tensor: Tensor, file: ViewSettings, kept: ViewSettings): ShownView {
  const view = resolveView(tensor, file, kept)
  return { view, windows: windowsAt(tensor, view, file.x), cell: file.cell }
}

/**
 * Returns all settings of a view as it is shown. The inverse of `shownView`, except that parts of columns and the zoom
 * of the layers are lost.
 */
export function settingsOfView({ view, windows, cell }: ShownView): ViewSettings {
  return { ...view, ...(cell && { cell: [...cell] }), ...columnsAt(windows) }
}

/** Returns the zoom to a first and a last column, or no windows if the tensor does not have these columns. */
function windowsAt(tensor: Tensor, view: View, x: ViewSettings['x']): Windows {
  if (x === undefined) return {}
  const [first, last] = x
  const areRows = view.rows === 'query'
  // How many columns an aligned axis has is not known yet: it may have every token of every query in one of its own.
  const columnCount =
    view.axis === 'aligned'
      ? tensor.tokenCounts.reduce((sum, count) => sum + count, 0)
      : areRows
        ? matrixOf(tensor, view.query, view.axis, 'all').columnCount
        : matrixInView(tensor, view).columnCount
  if (first >= columnCount) return {}
  const window = { start: first, span: Math.min(last + 1, columnCount) - first }
  const columns = windowOf(window, { cellCount: columnCount })
  return columns === undefined ? {} : { columns }
}

/** Returns the first and the last visible column. A column that is visible in part counts as whole. */
function columnsAt({ columns }: Windows): Pick<ViewSettings, 'x'> {
  if (columns === undefined) return {}
  const first = Math.round(columns.start)
  return { x: [first, Math.max(first, Math.round(columns.start + columns.span) - 1)] }
}
