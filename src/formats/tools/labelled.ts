import { type Dimension } from '../foreign/FoundFile'
import { roleOfName, type NamedRole } from '../foreign/roleOfName'
import { type JsonNode } from '../json/JsonNode'
import { type JsonPath } from '../json/JsonPath'
import { textsOf } from './blocks/textsOf'

/** A list somewhere in a document that may name the indices of a dimension. */
export interface LabelList {
  readonly path: JsonPath
  readonly node: JsonNode
  readonly length: number
  /** Whether it holds texts; numbers name layers or are ids of tokens. */
  readonly isText: boolean
}

const nameOfRole: Readonly<Record<NamedRole, string>> = {
  query: 'query',
  layer: 'layer',
  part: 'head',
  token: 'token',
}

/**
 * Gives each dimension without labels those of the nearest list of its length. Where the last two share one list of
 * texts, as those of attention do, they are query and key. `lists` are by length.
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
      return isFree(list, roleOfName(dimension.name), used, isOutermost)
    })
    const list = dimension.size < 2 ? undefined : nearest(path, fitting, used)
    const labels = textsOf(list?.node, numbers)
    if (list === undefined || labels === undefined) return dimension
    used.push(list)
    const role = roleOfPath(list.path)
    const name = dimension.name ?? (role && nameOfRole[role])
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

/** Whether a list may name a dimension of this role, and does not name another one already. */
function isFree(
  list: LabelList,
  role: NamedRole | undefined,
  used: readonly LabelList[],
  isOutermost: boolean,
): boolean {
  const own = roleOfPath(list.path)
  if (own === undefined) return true
  // Queries are tokens too; other tokens than those of the innermost dimension are none of this array.
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

/** Tokens are the innermost dimension rather than others; no list names two dimensions where there is another. */
function penaltyOf(
  list: LabelList,
  role: NamedRole | undefined,
  used: readonly LabelList[],
): number {
  const isInnermost = used.length === 0
  const isUnlikely = isInnermost ? role !== 'token' && role !== undefined : used.includes(list)
  return (isUnlikely ? 20 : 0) + (list.isText ? 0 : 40)
}

/** Steps from one place to the other; a key that both have in their paths brings them closer. */
function distanceOf(one: JsonPath, other: JsonPath): number {
  let common = 0
  while (common < one.length && one[common] === other[common]) common++
  const shared = one.slice(common).filter((key) => typeof key === 'string' && other.includes(key))
  return one.length + other.length - 2 * common - 2 * shared.length
}

export function roleOfPath(path: JsonPath): NamedRole | undefined {
  return roleOfName(path.findLast((key) => typeof key === 'string'))
}
