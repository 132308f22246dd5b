import { getEntry, itemsOf, type JsonNode } from '../json/JsonNode'
import { pathText } from '../json/JsonPath'
import { type NamedBlock } from './blocks/Block'
import { scalarsOf, type Column } from './blocks/Column'
import { longBlocks } from './blocks/longBlocks'
import { numericBlock } from './blocks/numericBlock'
import { wideBlock } from './blocks/tableBlocks'
import { textsOf } from './blocks/textsOf'
import { type CountedArray, type Tool } from './Tool'

/** The output of `to_json(orient="split")` of pandas: `{"columns": […], "index": […], "data": [[…], …]}`. */
export const pandas: Tool = {
  keys: ['columns'],
  read(object, path, document) {
    const { numbers } = document
    const columns = textsOf(getEntry(object, 'columns'), numbers)
    const data = getEntry(object, 'data')
    if (columns === undefined || data === undefined) return undefined
    const index = textsOf(getEntry(object, 'index'), numbers)
    // An index that only counts has no information, but a column may name the rows.
    const rows = index?.every((label, row) => label === String(row)) === true ? undefined : index
    const table = rowColumns(itemsOf(data), columns, numbers)
    const blocks: readonly NamedBlock[] | undefined = table && longBlocks(table)
    const wide = numericBlock(data, document) ?? (table && wideBlock(table, rows))
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
  },
}

/**
 * Returns the columns of a list of rows, or undefined if the rows hold anything but single values or differ in length.
 */
function rowColumns(
  rows: readonly JsonNode[],
  names: readonly string[],
  numbers: Float64Array,
): Column[] | undefined {
  const cells = rows.map((row) => scalarsOf(row, numbers))
  if (!cells.every((row) => row?.length === names.length)) return undefined
  return names.map((name, column) => ({ name, cells: cells.map((row) => row?.[column] ?? null) }))
}
