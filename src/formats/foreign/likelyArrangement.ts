import { axisScores, DEFINED, FAIR, hasGrowingRows, WEAK, type AxisScores } from './axisEvidence'
import {
  dimensionNoun,
  type Arrangement,
  type Dimension,
  type FoundArray,
  type FoundFile,
  type Role,
} from './FoundFile'
import { roleOfName } from './roleOfName'

/** The probable arrangement of a found array. */
export interface Guess {
  readonly arrangement: Arrangement
  /** Why the reader of the page is asked to confirm it, as a sentence; undefined if the evidence decides. */
  readonly doubt?: string
  /** Whether rows are layers only because nothing in the file says otherwise. */
  readonly isByOrder: boolean
}

const roles: readonly Role[] = ['query', 'layer', 'token']

/** The index of the dimension of each role. */
type Assignment = Readonly<Partial<Record<Role, number>>>

/**
 * Returns the arrangement for which there is the most evidence. If two arrangements have nearly as much, or if evidence
 * contradicts itself, the guess has a doubt. A matrix without evidence keeps its rows as layers.
 */
export function likelyArrangement(
  array: FoundArray,
  tokenLists: FoundFile['tokenLists'] = [],
): Guess {
  const { dimensions } = array
  const scores = scoresOf(array, tokenLists)
  const open = openDimensions(dimensions)
  const { assignment, gain, lead, best } = decided(open, scores)
  const doubt =
    (lead < FAIR ? array.doubt : undefined) ??
    contradictionOf(dimensions, scores) ??
    (gain === WEAK ? weakDoubt(dimensions, best) : undefined) ??
    (lead === 0 ? openDoubt(dimensions, open) : undefined) ??
    tallDoubt(dimensions, assignment, scores)
  return {
    arrangement: dimensions.map((_, d) => roles.find((role) => assignment[role] === d) ?? 0),
    ...(doubt !== undefined && { doubt }),
    isByOrder:
      doubt === undefined && open.length === 2 && isUnfounded(assignment, scores, dimensions),
  }
}

interface Decision {
  readonly assignment: Assignment
  /** The assignment with the most evidence. */
  readonly best: Assignment
  /** By how much the best one has more evidence than rows as layers. */
  readonly gain: number
  /** By how much the best one has more evidence than the second. */
  readonly lead: number
}

/** Returns the assignment with the most evidence. Rows of a matrix stay layers unless fair evidence says otherwise. */
function decided(open: readonly number[], scores: readonly AxisScores[]): Decision {
  const ranked = assignments(open)
    .map((assignment) => ({ assignment, score: scoreOf(assignment, scores) }))
    .toSorted((one, other) => other.score - one.score)
  const [best = { assignment: {}, score: 0 }, second = best] = ranked
  const isMatrix = open.length === 2
  const usual = ranked.find(({ assignment: { layer = 0, token = 0 } }) => layer < token)
  const gain = isMatrix && usual !== undefined ? best.score - usual.score : 0
  const { assignment } = gain < FAIR && isMatrix && usual !== undefined ? usual : best
  return { assignment, best: best.assignment, gain, lead: best.score - second.score }
}

function scoresOf(
  array: FoundArray,
  tokenLists: NonNullable<FoundFile['tokenLists']>,
): readonly AxisScores[] {
  const isGrowing = hasGrowingRows(array)
  const last = array.dimensions.length - 1
  return array.dimensions.map((dimension, d) =>
    axisScores(dimension, { tokenLists, isGrowing: isGrowing && d === last }),
  )
}

/** Returns the dimensions that get a role. Those with one index are fixed if there are more dimensions than roles. */
function openDimensions(dimensions: readonly Dimension[]): readonly number[] {
  const open = [...dimensions.keys()]
  dimensions.forEach(({ size, name, role }, d) => {
    const isNamed = role !== undefined || roleOfName(name) !== undefined
    if (size === 1 && !isNamed && open.length > 2) open.splice(open.indexOf(d), 1)
  })
  return open
}

/**
 * Returns all ways to give the roles to dimensions, those in the usual order [query][layer][token] first. One dimension
 * is a row of tokens or a column of layers; two are layers and tokens, because a picture has two axes.
 */
function assignments(open: readonly number[]): readonly Assignment[] {
  const [first, second] = open
  if (first === undefined) return []
  if (second === undefined) return [{ token: first }, { layer: first }]
  if (open.length === 2) {
    return [
      { layer: first, token: second },
      { layer: second, token: first },
    ]
  }
  const all = open.flatMap((query) =>
    open.flatMap((layer) => open.map((token) => ({ query, layer, token }))),
  )
  return all
    .filter(({ query, layer, token }) => query !== layer && layer !== token && token !== query)
    .toSorted((one, other) => disorderOf(one) - disorderOf(other))
}

/** Returns a number that is the smaller, the more the roles are on the innermost dimensions, in their usual order. */
function disorderOf({ query = 0, layer = 0, token = 0 }: Assignment): number {
  const inversions = Number(query > layer) + Number(layer > token) + Number(query > token)
  return inversions - 100 * (query + layer + token)
}

/**
 * Returns the evidence for an assignment. Heads and other parts of a layer are evidence for the layers of a stack of
 * matrices, but not of a matrix, whose other axis may be the layers.
 */
function scoreOf(assignment: Assignment, scores: readonly AxisScores[]): number {
  const isStack = assignment.query !== undefined
  return roles.reduce((sum, role) => {
    const own = scores[assignment[role] ?? -1]
    if (own === undefined) return sum
    const part = role === 'layer' && isStack && own.part > 0 ? WEAK : 0
    return sum + Math.max(own[role], part)
  }, 0)
}

function contradictionOf(
  dimensions: readonly Dimension[],
  scores: readonly AxisScores[],
): string | undefined {
  const index = scores.findIndex(
    ({ layer, token }) => Math.min(layer, token) >= FAIR && Math.max(layer, token) < DEFINED,
  )
  const dimension = dimensions[index]
  if (dimension === undefined) return undefined
  return `${dimensionNoun(dimension, index)} may be layers or tokens: its name and its labels say different things.`
}

/** More rows than this, and this many times as many rows as columns, are rather tokens than layers. */
const MOST_LAYERS = 1000
const MOST_TIMES = 10

/** Returns true if a table has far more rows than columns, and more than a model has layers. */
export function isTall(rowCount: number, columnCount: number): boolean {
  return rowCount > Math.max(MOST_LAYERS, MOST_TIMES * columnCount)
}

/** Returns the doubt about a table that may lie on its side, because nothing says that its many rows are layers. */
function tallDoubt(
  dimensions: readonly Dimension[],
  { layer = -1, token = -1 }: Assignment,
  scores: readonly AxisScores[],
): string | undefined {
  const rowCount = dimensions[layer]?.size ?? 0
  const columnCount = dimensions[token]?.size ?? 1
  if (!isTall(rowCount, columnCount) || (scores[layer]?.layer ?? 0) >= FAIR) return undefined
  return `${rowCount} rows are many more than a model has layers: they may be tokens.`
}

/** Returns the doubt about a stack of matrices whose axes nothing tells apart. */
function openDoubt(dimensions: readonly Dimension[], open: readonly number[]): string | undefined {
  if (open.length < 3) return undefined
  const sizes = open.map((d) => dimensions[d]?.size).join(' × ')
  return `Nothing in the file says which of its axes (${sizes}) are queries, layers and tokens.`
}

function weakDoubt(dimensions: readonly Dimension[], { token = 0 }: Assignment): string {
  const noun = dimensionNoun(dimensions[token] ?? {}, token)
  return `${noun} may be the tokens; the rows of the file are shown as layers.`
}

/** Whether nothing but their place makes rows layers and columns tokens, and no name says what they are instead. */
function isUnfounded(
  { layer = 0, token = 0 }: Assignment,
  scores: readonly AxisScores[],
  dimensions: readonly Dimension[],
): boolean {
  const sizes = [layer, token].map((d) => dimensions[d]?.size ?? 1)
  const [down, across] = [scores[layer], scores[token]]
  const isFounded = (down?.layer ?? 0) > 0 || (across?.token ?? 0) > (down?.token ?? 0)
  const isNamed = [layer, token].some((d) => dimensions[d]?.name !== undefined)
  return !isFounded && !isNamed && Math.min(...sizes) > 1
}
