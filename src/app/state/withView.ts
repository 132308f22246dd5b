import { columnNumber } from '../../layout/tokenLabelSource'
import { matrixInView, movedCell } from '../../tensor/panels'
import { type View } from '../../tensor/View'
import { type OpenTensor } from './AppState'

/**
 * Returns a tensor in another view. Another query, axis, width or order gives the columns other tokens, so it resets
 * the zoom; but all panels, rows that are queries, all queries of an aligned axis, and queries that take turns have the
 * same columns. The panels are no longer those to return to.
 */
export function withView(open: OpenTensor, view: View): OpenTensor {
  const arePanels = open.view.panels !== 'one'
  const areRows = view.rows === 'query'
  const keys = ['panels', 'rows', 'axis', 'align_to', 'width', 'order', 'layer_order'] as const
  const isAligned = view.axis === 'aligned' && view.order === 'position'
  const areTurns = view.flick !== undefined
  const isSame =
    keys.every((key) => open.view[key] === view[key]) &&
    beginsAlike(open, view) &&
    (arePanels || areRows || isAligned || areTurns || open.view.query === view.query)
  const { grid, held: _held, ...rest } = open
  return {
    ...rest,
    view,
    windows: isSame ? open.windows : {},
    ...(open.view.panels === view.panels && grid && { grid }),
    ...turnedCell(open, view),
  }
}

/** Returns whether the columns of a view are those of the one before, and perhaps more: queries that take turns may be padded. */
function beginsAlike({ tensor, view: before }: OpenTensor, view: View): boolean {
  if (before.flick === view.flick) return true
  if (before.order !== 'position' || before.layer_order !== 'position') return false
  const [old, shown] = [matrixInView(tensor, before), matrixInView(tensor, view)]
  return shown.columnCount >= old.columnCount && columnNumber(shown, 0) === columnNumber(old, 0)
}

/** Returns the pinned cell in the columns of another view. */
function turnedCell(open: OpenTensor, view: View): Pick<OpenTensor, 'cell' | 'held'> {
  const { cell } = open
  // The pinned token of a row stays pinned from layer to layer.
  if (view.rows === 'query') return { cell: cell && [view.layer, cell[1]] }
  const { flick } = view
  const hasColumns = open.view.panels !== 'one' || view.axis === 'aligned'
  if (flick === undefined && !hasColumns) return { cell }
  const moved = movedCell(open.tensor, { ...open.view, ...(flick && { flick }) }, view.query, open)
  return flick === undefined ? { cell: moved } : heldCell(open, view, moved)
}

/** Returns the pinned cell of queries that take turns. One that a query lacks is held for the other one. */
function heldCell(
  { cell, held, view: { query } }: OpenTensor,
  view: View,
  moved: OpenTensor['cell'],
): Pick<OpenTensor, 'cell' | 'held'> {
  if (cell === undefined && held?.query === view.query) return { cell: held.cell }
  return cell !== undefined && moved === undefined
    ? { cell: moved, held: { query, cell } }
    : { cell: moved, ...(held && { held }) }
}
