import { type Dimension } from '../foreign/FoundFile'
import { roleOfName } from '../foreign/roleOfName'
import { pathText } from '../json/JsonPath'
import { type LabelList } from './labelled'

/**
 * The dimensions of an array that has the queries outermost: where each of its indices has a list of tokens, as
 * `siblingCounts` tells by the path of the lists, or where keys are numbered that are none of layers, as `run_1`. `list`
 * is that of the innermost dimension.
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
  // Each query has tokens of its own, which the file's lists say.
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
