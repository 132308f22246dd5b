import { matrixOf } from '../../tensor/Matrix'
import { type Tensor } from '../../tensor/Tensor'
import { type View } from '../../tensor/View'
import { windowOf, type Windows } from '../../tensor/Windows'

/** What of a tensor a view's `x` shows when it is opened; all of it where the view names no column that there is. */
export function openingWindows(tensor: Tensor, view: View): Windows {
  if (view.x === undefined) return {}
  const [first, last] = view.x
  const { columnCount } = matrixOf(tensor, view.query, view.axis, view.width)
  if (first >= columnCount) return {}
  const window = { start: first, span: Math.min(last + 1, columnCount) - first }
  const columns = windowOf(window, { cellCount: columnCount })
  return columns === undefined ? {} : { columns }
}
