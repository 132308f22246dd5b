import { type FoundArray } from '../foreign/FoundFile'
import {
  entryAt,
  getEntry,
  isObject,
  itemsOf,
  textAt,
  type JsonDocument,
  type JsonNode,
  type JsonObject,
} from '../json/JsonNode'
import { type JsonPath } from '../json/JsonPath'
import { textsOf } from './blocks/textsOf'
import { arrayAt, type Tool } from './Tool'

/**
 * The output of `to_dict` of xarray for a DataArray or a Dataset. Dimensions have names, and their labels are among the
 * coordinates.
 */
export const xarray: Tool = {
  keys: ['coords'],
  read(object, path, document) {
    const coords = getEntry(object, 'coords')
    const dims = getEntry(object, 'dims')
    if (!isObject(coords) || dims === undefined) return undefined
    const variables = getEntry(object, 'data_vars')
    const entries = isObject(variables) ? variables.entries : []
    const arrays = [
      arrayOf(object, path, coords, document),
      ...entries.map(([name, node]) => arrayOf(node, [...path, name], coords, document)),
    ].filter((array) => array !== undefined)
    return arrays.length === 0 ? undefined : { arrays, notice: `${kindOf(arrays)} of xarray.` }
  },
}

function kindOf(arrays: readonly FoundArray[]): string {
  return arrays.length === 1 ? 'Array' : `${arrays.length} arrays`
}

function arrayOf(
  variable: JsonNode,
  path: JsonPath,
  coords: JsonObject,
  document: JsonDocument,
): FoundArray | undefined {
  const { numbers } = document
  const names = textsOf(entryAt(variable, 'dims'), numbers) ?? []
  const known = names.map((name) => ({ name, labels: labelsOf(name, coords, numbers) }))
  const array = arrayAt(entryAt(variable, 'data'), path, known, document)
  const metric = textAt(variable, 'attrs', 'long_name') ?? textAt(variable, 'name') ?? path.at(-1)
  return array && Object.assign(array, metric !== undefined && { metric: String(metric) })
}

/**
 * Returns the labels of a dimension, from the coordinates along only this dimension. It prefers texts to numbers, and
 * the coordinate with the dimension's own name to others.
 */
function labelsOf(
  name: string,
  coords: JsonObject,
  numbers: Float64Array,
): readonly string[] | undefined {
  const along = coords.entries.filter(([, coord]) => {
    const dims = itemsOf(entryAt(coord, 'dims'))
    return dims.length === 1 && dims[0] === name
  })
  const own = along.toSorted(([one], [other]) => Number(other === name) - Number(one === name))
  const nodes = own.map(([, coord]) => entryAt(coord, 'data'))
  return textsOf(nodes.find((node) => typeof itemsOf(node)[0] === 'string') ?? nodes[0], numbers)
}
