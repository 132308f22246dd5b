import { matrixOf } from '../../tensor/Matrix'
import { type Tensor } from '../../tensor/Tensor'
import { type View } from '../../tensor/View'
import { type Windows } from './zoomWindow'

/** What a view's `x` shows of the columns that there are; of an `x` beyond them, the whole. */
export function windowsOf(tensor: Tensor, view: View): Windows {
  const { x, query, axis, width } = view
  if (x === undefined) return {}
  const { columnCount } = matrixOf(tensor, query, axis, width)
  const [start] = x
  const end = Math.min(x[1] + 1, columnCount)
  const isPart = start < end && end - start < columnCount
  return isPart ? { columns: { start, span: end - start } } : {}
}
