import { type Dimension } from '../foreign/FoundFile'
import { roleOfName } from '../foreign/roleOfName'
import { pathText } from '../json/JsonPath'
import { type LabelList } from './labelled'

/**
 * Returns the dimensions of an array, with the outermost as queries if the file shows that it is. It is if there is one
 * list of tokens for each of its indices, which `siblingCounts` gives by the path of the lists, or if it has numbered
 * keys that are not layers, such as `run_1`. `list` is the list of the innermost dimension.
 */
export function byQuery(
  dimensions: readonly Dimension[],
  list: LabelList | undefined,
  siblingCounts: ReadonlyMap<string, number>,
): readonly Dimension[] {
  const [outer, ...inner] = dimensions
  const token = inner.at(-1)
  if (outer === undefined || token === undefined || inner.length !== 2) return dimensions
  const role = roleOfName(outer.name)
  const isNumbered = outer.name !== undefined && outer.labels !== undefined && role === undefined
  if (isNumbered) return [{ ...outer, role: 'query' }, ...inner]
  const isOpen = outer.name === undefined || role === 'query'
  if (!isOpen || !isOneOf(list, outer.size, siblingCounts)) return dimensions
  // Each query has its own tokens, listed in the file.
  const own = { size: token.size, name: 'token' }
  const rows = inner
    .slice(0, -1)
    .map((each) => (each.name === 'query' ? { size: each.size } : each))
  return [{ name: 'query', ...outer }, ...rows, own]
}

function isOneOf(
  list: LabelList | undefined,
  count: number,
  siblingCounts: ReadonlyMap<string, number>,
): boolean {
  if (typeof list?.path.at(-1) !== 'number') return false
  return siblingCounts.get(pathText(list.path.slice(0, -1))) === count
}
