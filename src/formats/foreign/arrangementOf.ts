import {
  type Arrangement,
  type Choice,
  type Dimension,
  type FoundArray,
  type FoundFile,
  type FoundOrigin,
  type Role,
} from './FoundFile'
import { countOf, roleOfLabels, roleOfName } from './roleOfName'

/** The probable arrangement of a found array. */
export interface Guess {
  readonly arrangement: Arrangement
  /** False if names, labels and lengths do not decide the arrangement. The reader of the page is then asked. */
  readonly isCertain: boolean
}

type Roles = (Role | number | undefined)[]

/**
 * Returns the arrangement of an array. The evidence, in this order: roles that the format defines, names, labels that
 * name a role, texts, the lengths of token lists, and the order [query][layer][token]. Labels that only count are no
 * evidence, because pandas and Plotly number rows and columns alike.
 */
export function arrangementOf(array: FoundArray, tokenLists: FoundFile['tokenLists'] = []): Guess {
  const { dimensions } = array
  const roles: Roles = dimensions.map(({ role }, i) =>
    dimensions.findIndex((each) => each.role === role) === i ? role : undefined,
  )
  dropSingles(roles, dimensions)
  claim(roles, 'query', (i) => roleOfName(dimensions[i]?.name) === 'query')
  claim(roles, 'layer', (i) => roleOfName(dimensions[i]?.name) === 'layer')
  claim(roles, 'token', (i) => roleOfName(dimensions[i]?.name) === 'token')
  claim(roles, 'layer', (i) => roleOfLabels(dimensions[i]?.labels ?? []) === 'layer')
  claim(roles, 'token', (i) => roleOfLabels(dimensions[i]?.labels ?? []) === 'token')
  claim(roles, 'layer', (i) => roleOfName(dimensions[i]?.name) === 'part')
  claim(roles, 'token', (i) => hasTexts(dimensions[i]))
  claim(roles, 'token', (i) => tokenLists.some(({ length }) => length === dimensions[i]?.size))
  const isCertain = isSettled(roles, dimensions)
  return { arrangement: completed(roles), isCertain }
}

/**
 * Returns the choice that follows from the names, labels and lengths of an array. Optional readings (of masks, of
 * zeros) are off.
 */
export function firstChoice(
  file: FoundFile,
  arrayIndex: number,
): Pick<FoundOrigin, 'choice' | 'isCertain'> {
  const array = file.arrays[arrayIndex] ?? { name: '', dimensions: [], values: new Float64Array() }
  const { arrangement, isCertain } = arrangementOf(array, file.tokenLists)
  const choice: Choice = { arrayIndex, arrangement, isHalfMissing: false, isZeroPadding: false }
  return { choice, isCertain }
}

/** Dimensions with one index are fixed if there are more dimensions than roles. */
function dropSingles(roles: Roles, dimensions: readonly Dimension[]): void {
  dimensions.forEach(({ size, name }, i) => {
    const restCount = roles.filter((role) => typeof role !== 'number').length
    if (size !== 1 || restCount < 3 || roles[i] !== undefined) return
    // oxlint-disable-next-line no-param-reassign -- the roles are filled in step by step
    if (roleOfName(name) === undefined) roles[i] = 0
  })
}

/** Gives a free role to the only open dimension that qualifies. If several qualify, the role stays free. */
function claim(roles: Roles, role: Role, isOne: (dimensionIndex: number) => boolean): void {
  if (roles.includes(role)) return
  const candidates = [...roles.keys()].filter((i) => roles[i] === undefined && isOne(i))
  const [only] = candidates
  // oxlint-disable-next-line no-param-reassign -- the roles are filled in step by step
  if (candidates.length === 1 && only !== undefined) roles[only] = role
}

/** Whether the labels are texts. Numbers in any order are not texts. */
function hasTexts(dimension: Dimension | undefined): boolean {
  const { labels } = dimension ?? {}
  if (labels === undefined || countOf(labels) !== undefined) return false
  return labels.some((label) => Number.isNaN(Number(label)) || label.trim() === '')
}

/** Whether at most one dimension is open, or two whose labels or lengths distinguish rows from columns. */
function isSettled(roles: Roles, dimensions: readonly Dimension[]): boolean {
  const open = dimensions.filter((_, i) => roles[i] === undefined)
  if (open.length < 2) return true
  const [rows, columns] = open
  const hasOthers = roles.some((role) => typeof role === 'string')
  if (open.length > 2 || hasOthers || rows === undefined || columns === undefined) return false
  return (hasTexts(rows) && hasTexts(columns)) || rows.size < columns.size
}

const innermostFirst: readonly Role[] = ['token', 'layer', 'query']

/**
 * Returns the arrangement in which the open dimensions have the free roles. Dimensions that are left over are fixed at
 * their first index.
 */
function completed(roles: Roles): Arrangement {
  const free = innermostFirst.filter((role) => !roles.includes(role))
  const filled = roles
    .toReversed()
    .map((role) => role ?? free.shift() ?? 0)
    .toReversed()
  // A picture has two axes, so a query dimension becomes the missing layers or tokens.
  const missing = filled.includes('layer') ? 'token' : 'layer'
  if (filled.length < 2 || filled.includes(missing)) return filled
  return filled.map((role) => (role === 'query' ? missing : role))
}
