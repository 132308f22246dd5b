import { pathText } from '../json/JsonPath'
import { getEntry, itemsOf } from '../json/JsonTree'
import { blockOf } from './blocks/blockOf'
import { longTable } from './blocks/longBlocks'
import { type NamedBlock } from './blocks/NamedBlock'
import { textsOf } from './blocks/textsOf'
import { wideTable } from './blocks/wideBlock'
import { type CountedArray, type Finder } from './Finding'
import { rowColumns } from './rowColumns'

/** What pandas' `to_json(orient="split")` writes: `{"columns": […], "index": […], "data": [[…], …]}`. */
export const pandasFinder: Finder = (object, path, document) => {
  const { numbers } = document
  const columns = textsOf(getEntry(object, 'columns'), numbers)
  const data = getEntry(object, 'data')
  if (columns === undefined || data === undefined) return undefined
  const index = textsOf(getEntry(object, 'index'), numbers)
  // An index that only counts says nothing, and a column may.
  const rows = index?.every((label, row) => label === String(row)) === true ? undefined : index
  const table = rowColumns(itemsOf(data), columns, numbers)
  const blocks: readonly NamedBlock[] | undefined = table && longTable(table)
  const wide = blockOf(data, document) ?? (table && wideTable(table, rows))
  const arrays = (blocks ?? (wide ? [{ name: '', block: wide }] : [])).map(
    ({ name, block: { values, dimensions, textCount } }): CountedArray => ({
      name: pathText(name === '' ? path : [...path, name]),
      values,
      textCount,
      dimensions: dimensions.map((dimension, d) => {
        const labels = d === 0 ? rows : columns
        const isNamed = dimension.labels === undefined && labels?.length === dimension.size
        return isNamed ? Object.assign({ labels }, dimension) : dimension
      }),
    }),
  )
  return arrays.length === 0 ? undefined : { arrays, notice: 'Table of pandas (split).' }
}
