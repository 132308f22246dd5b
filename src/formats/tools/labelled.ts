import { type Dimension } from '../foreign/FoundFile'
import { roleOfName, type NamedRole } from '../foreign/roleOfName'
import { type JsonNode } from '../json/JsonNode'
import { pathText, type JsonPath } from '../json/JsonPath'
import { textsOf } from './blocks/textsOf'

/** A list in a document that may label the indices of a dimension. */
export interface LabelList {
  readonly path: JsonPath
  readonly node: JsonNode
  readonly length: number
  /** Whether it holds texts. A list of numbers labels layers or holds ids of tokens. */
  readonly isText: boolean
}

const nameOfRole: Readonly<Record<NamedRole, string>> = {
  query: 'query',
  layer: 'layer',
  part: 'part',
  token: 'token',
}

/**
 * Returns the dimensions, each without labels labelled by the nearest list of its length. If the last two dimensions
 * share one list of texts, as in attention, they become query and key. `lists` are by length.
 */
export function labelled(
  dimensions: readonly Dimension[],
  path: JsonPath,
  lists: ReadonlyMap<number, readonly LabelList[]>,
  numbers: Float64Array,
): { readonly dimensions: readonly Dimension[]; readonly used: readonly LabelList[] } {
  const used: LabelList[] = []
  const named = dimensions.toReversed().map((dimension, d): Dimension => {
    if (dimension.labels !== undefined) return dimension
    const fitting = (lists.get(dimension.size) ?? []).filter((list) => {
      const isOutermost = d === dimensions.length - 1
      const isOfRows = roleOfPath(list.path) === undefined && dimensions[0]?.size === list.length
      // A list whose name says nothing labels the rows rather than the columns, and not both.
      if (isOfRows && !isOutermost) return false
      return isInReach(list, path) && isFree(list, roleOfName(dimension.name), used, isOutermost)
    })
    const list = dimension.size < 2 ? undefined : nearest(path, fitting, used)
    const labels = textsOf(list?.node, numbers)
    if (list === undefined || labels === undefined) return dimension
    used.push(list)
    const name = dimension.name ?? nameOf(list, d === 0)
    return Object.assign({ ...dimension, labels }, name !== undefined && { name })
  })
  const [key, query] = named
  const isSquare = key?.labels !== undefined && key.size === query?.size && used[0] === used[1]
  const isNamed = dimensions.slice(-2).some(({ name }) => name !== undefined)
  if (isSquare && !isNamed) {
    named.splice(0, 2, { ...key, name: 'key' }, { ...query, name: 'query' })
  }
  return { dimensions: named.toReversed(), used }
}

/** Whether a list may label an array: one of several lists of the same kind only labels what stands beside them. */
function isInReach({ path: own }: LabelList, path: JsonPath): boolean {
  if (typeof own.at(-1) !== 'number') return true
  return own.slice(0, -2).every((key, i) => key === path[i])
}

/** Words for parts of a layer. */
const PART = /head|sublayer|component|neuron|feature|unit|channel|expert/i

/** Returns the name of a dimension by its list of labels. Tokens along rows keep the name of their list. */
function nameOf({ path }: LabelList, isInnermost: boolean): string | undefined {
  const role = roleOfPath(path)
  const key = String(path.findLast((each) => typeof each === 'string'))
  if (role === 'part') return PART.exec(key)?.[0].toLowerCase() ?? nameOfRole.part
  if (role !== 'token' || isInnermost) return role && nameOfRole[role]
  return key.replace(/s$/, '').replaceAll('_', ' ')
}

/** Whether a list may label a dimension of this role, and does not label another one already. */
function isFree(
  list: LabelList,
  role: NamedRole | undefined,
  used: readonly LabelList[],
  isOutermost: boolean,
): boolean {
  const own = roleOfPath(list.path)
  if (own === undefined) return true
  // Queries are tokens too. A second, different list of tokens does not belong to this array.
  if (own === 'token') {
    const isOther = used.some((one) => one !== list && roleOfPath(one.path) === own)
    return !isOther && (role === undefined || role === own || role === 'query')
  }
  if (used.includes(list) || (own === 'query' && !isOutermost)) return false
  return role === undefined || role === own
}

function nearest(
  path: JsonPath,
  lists: readonly LabelList[],
  used: readonly LabelList[],
): LabelList | undefined {
  let best: LabelList | undefined
  let least = Infinity
  for (const list of lists) {
    const distance = distanceOf(path, list.path) + penaltyOf(list, roleOfPath(list.path), used)
    if (distance >= least) continue
    least = distance
    best = list
  }
  return best
}

/**
 * Returns the penalty of a list. The innermost dimension is more likely to be tokens than anything else, and a list
 * should not label two dimensions if there is another list.
 */
function penaltyOf(
  list: LabelList,
  role: NamedRole | undefined,
  used: readonly LabelList[],
): number {
  const isInnermost = used.length === 0
  const isUnlikely = isInnermost ? role !== 'token' && role !== undefined : used.includes(list)
  return (isUnlikely ? 20 : 0) + (list.isText ? 0 : 40)
}

/** Returns the number of steps from one path to the other. A key that occurs in both paths reduces it. */
function distanceOf(one: JsonPath, other: JsonPath): number {
  let common = 0
  while (common < one.length && one[common] === other[common]) common++
  const shared = one.slice(common).filter((key) => typeof key === 'string' && other.includes(key))
  return one.length + other.length - 2 * common - 2 * shared.length
}

/** Returns the role that the innermost key of a path names, or undefined. */
export function roleOfPath(path: JsonPath): NamedRole | undefined {
  return roleOfName(path.findLast((key) => typeof key === 'string'))
}

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
