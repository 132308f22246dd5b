import { countOf } from './countOf'
import {
  type Dimension,
  type FoundArray,
  type FoundFile,
  type Arrangement,
  type Role,
  type Choice,
  type FoundOrigin,
} from './FoundFile'
import { roleOfLabels } from './roleOfLabels'
import { roleOfName } from './roleOfName'

/** How a found array is probably arranged. */
export interface Guess {
  readonly arrangement: Arrangement
  /** False where neither names nor labels nor lengths say it: then the reader of the page is asked. */
  readonly isCertain: boolean
}

type Roles = (Role | number | undefined)[]

/**
 * Which dimension is which: by what the format says, then by names, by labels that say it, texts, and the lengths of token
 * lists, then by the order [query][layer][token]. Labels that merely count say nothing: pandas and Plotly number rows and
 * columns alike.
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

/** An array as its names, labels and lengths say, with nothing that has to be asked for. */
export function firstChoice(
  file: FoundFile,
  arrayIndex: number,
): Pick<FoundOrigin, 'choice' | 'isCertain'> {
  const array = file.arrays[arrayIndex] ?? { name: '', dimensions: [], values: new Float64Array() }
  const { arrangement, isCertain } = arrangementOf(array, file.tokenLists)
  const choice: Choice = { arrayIndex, arrangement, isHalfMissing: false, isZeroPadding: false }
  return { choice, isCertain }
}

/** Dimensions of one index say nothing, where there are more than enough. */
function dropSingles(roles: Roles, dimensions: readonly Dimension[]): void {
  dimensions.forEach(({ size, name }, i) => {
    const restCount = roles.filter((role) => typeof role !== 'number').length
    if (size !== 1 || restCount < 3 || roles[i] !== undefined) return
    // oxlint-disable-next-line no-param-reassign -- the roles are filled in step by step
    if (roleOfName(name) === undefined) roles[i] = 0
  })
}

/** Gives a free role to the only open dimension that qualifies; where several do, it stays open. */
function claim(roles: Roles, role: Role, isOne: (dimensionIndex: number) => boolean): void {
  if (roles.includes(role)) return
  const candidates = [...roles.keys()].filter((i) => roles[i] === undefined && isOne(i))
  const [only] = candidates
  // oxlint-disable-next-line no-param-reassign -- the roles are filled in step by step
  if (candidates.length === 1 && only !== undefined) roles[only] = role
}

/** Numbers are no texts, in whatever order. */
function hasTexts(dimension: Dimension | undefined): boolean {
  const { labels } = dimension ?? {}
  if (labels === undefined || countOf(labels) !== undefined) return false
  return labels.some((label) => Number.isNaN(Number(label)) || label.trim() === '')
}

/** Whether at most one dimension is open, or two whose labels or lengths tell rows from columns. */
function isSettled(roles: Roles, dimensions: readonly Dimension[]): boolean {
  const open = dimensions.filter((_, i) => roles[i] === undefined)
  if (open.length < 2) return true
  const [rows, columns] = open
  const hasOthers = roles.some((role) => typeof role === 'string')
  if (open.length > 2 || hasOthers || rows === undefined || columns === undefined) return false
  return (hasTexts(rows) && hasTexts(columns)) || rows.size < columns.size
}

const innermostFirst: readonly Role[] = ['token', 'layer', 'query']

/** Gives the free roles to the open dimensions; what is left over is fixed at its first index. */
function completed(roles: Roles): Arrangement {
  const free = innermostFirst.filter((role) => !roles.includes(role))
  const filled = roles
    .toReversed()
    .map((role) => role ?? free.shift() ?? 0)
    .toReversed()
  // A picture has two axes: a query without layers, or without tokens, is one of them.
  const missing = filled.includes('layer') ? 'token' : 'layer'
  if (filled.length < 2 || filled.includes(missing)) return filled
  return filled.map((role) => (role === 'query' ? missing : role))
}
