import { type TableRows } from './csv/TableRows'
import { matrixRows } from './csv/matrixRows'
import { tidyRows } from './csv/tidyRows'
import { type FigureBasis } from '../figure/figureBasis'
import { type Windows } from '../tensor/Windows'
import { type ExportOptions } from './ExportOptions'
import { visibleTensor } from './visibleTensor'

/**
 * Returns the tensor, or its visible part, as a table: all queries in long form, or the shown query as a matrix. Throws
 * RangeError if no value is visible.
 */
export function tableOf(
  basis: FigureBasis,
  windows: Windows,
  { table, rows }: Pick<ExportOptions, 'table' | 'rows'>,
): TableRows {
  const { tensor, view } = rows === 'all' ? basis : (visibleTensor(basis, { windows }) ?? {})
  if (tensor === undefined || view === undefined) throw new RangeError('no value is visible')
  return table === 'tidy' ? tidyRows(tensor) : matrixRows(tensor, view.query)
}
