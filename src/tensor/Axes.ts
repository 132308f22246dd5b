import { isolated } from '../text/isolated'
import { nounOf, type Noun } from '../text/nounOf'
import { visibleProse } from '../text/visibleText'

/** The name of each axis of a tensor, in the singular, as a title has it: `Head`, `Source token`. */
export interface Axes {
  readonly query: string
  readonly row: string
  readonly column: string
}

/** The axes of a tensor that names none of its own. */
export const DEFAULT_AXES: Axes = { query: 'Meta token', row: 'Layer', column: 'Token' }

/** Longest name of an axis in UTF-16 units. */
export const LONGEST_AXIS_NAME = 60

/** Whether a name is one visible line without characters that control the direction of text. */
export function isAxisName(name: string): boolean {
  return name.trim() !== '' && !/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u.test(name)
}

/** Names of some axes; absent ones have their default. */
export type AxisNames = { readonly [Axis in keyof Axes]?: string | undefined }

/** Returns the axes with these names. A default in other letter case, such as `layer`, is the default. */
export function axesOf(names: AxisNames | undefined): Axes {
  return {
    query: nameOf(names?.query, DEFAULT_AXES.query),
    row: nameOf(names?.row, DEFAULT_AXES.row),
    column: nameOf(names?.column, DEFAULT_AXES.column),
  }
}

function nameOf(name = '', rest: string): string {
  const own = name.trim()
  return own === '' || own.toLowerCase() === rest.toLowerCase() ? rest : own
}

/** Returns the names that differ from the defaults, or undefined if none does. */
export function ownAxisNames(axes: Axes): Readonly<Record<string, string>> | undefined {
  const keys = ['query', 'row', 'column'] as const
  const own = keys.filter((key) => axes[key] !== DEFAULT_AXES[key])
  return own.length === 0 ? undefined : Object.fromEntries(own.map((key) => [key, axes[key]]))
}

/** The words for an axis, visible and valid; `name` begins a title, the noun stands in a sentence. */
export interface AxisWords extends Noun {
  readonly name: string
}

/** The words for the axes of a tensor, and what may be said of them. */
export interface AxesWords {
  /** Default `query`, `queries`; the name is `Meta token`. */
  readonly query: AxisWords
  readonly row: AxisWords
  readonly column: AxisWords
  /** The noun of columns that are counted: default `past token`. */
  readonly past: Noun
  /** Whether rows follow each other in depth, so that values may rise or fall with it. */
  readonly hasDepth: boolean
  /** Whether columns are tokens of a sequence. */
  readonly hasTokens: boolean
  /** Whether rows are. */
  readonly hasRowTokens: boolean
  /** Whether columns are the tokens before a query, at a distance from it. */
  readonly hasDistance: boolean
}

const DEPTH = /\b(?:sub)?(?:layer|block)s?$|^(?:depth|hook(?: ?point)?|stage|hidden state)s?$/iu
const TOKENS =
  /\b(?:(?:sub)?words?|(?:tok(?:en)?|key|source|position|piece|character|byte)s?|src|pos|sequence|seq|past)$/iu
const TARGETS = /\b(?:quer(?:y|ies)|dest(?:inations?)?|dst|targets?|tgt)$/iu

/**
 * Axes, and whether columns are the tokens at one distance: if the rows are queries at one layer, and in a difference.
 */
interface AxesToName {
  readonly axes: Axes
  readonly atLayer?: { readonly hasDistance: boolean }
  readonly difference?: { readonly hasDistance?: boolean }
}

/** Returns the words for the axes of a tensor. */
export function wordsOf({ axes, atLayer, difference }: AxesToName): AxesWords {
  const isPast = axes.column === DEFAULT_AXES.column
  const hasTokens = TOKENS.test(axes.column)
  const hasRowTokens = atLayer === undefined && (TOKENS.test(axes.row) || TARGETS.test(axes.row))
  const column = wordsOfName(axes.column)
  return {
    query: wordsOfQueries(axes.query),
    row: atLayer === undefined ? wordsOfName(axes.row) : wordsOfQueries(axes.row),
    column,
    past: isPast ? { one: 'past token', many: 'past tokens' } : column,
    hasDepth: atLayer === undefined && DEPTH.test(axes.row),
    hasTokens,
    hasRowTokens,
    // If rows are tokens too, each has a past of its own.
    hasDistance:
      atLayer?.hasDistance ?? (hasTokens && !hasRowTokens && difference?.hasDistance !== false),
  }
}

/**
 * Returns a text about meta tokens, layers and tokens, such as the name of a setting, with the words for a tensor's axes
 * in their place.
 */
export function inOwnWords(text: string, { axes }: { readonly axes: Axes }): string {
  if (ownAxisNames(axes) === undefined) return text
  const { query, row, column } = wordsOf({ axes })
  const meta = axes.query === DEFAULT_AXES.query ? nounOf(axes.query) : query
  const nouns = new Map<string, Noun>([
    ['m', meta],
    ['l', row],
    ['t', column],
  ])
  return text.replace(/\b(?:meta tokens?|layers?|tokens?|query|queries)\b/giu, (said) => {
    const { one, many } = nouns.get(said.charAt(0).toLowerCase()) ?? query
    const own = said.endsWith('s') ? many : one
    return /^\p{Lu}/u.test(said) ? `${own.charAt(0).toUpperCase()}${own.slice(1)}` : own
  })
}

function wordsOfQueries(name: string): AxisWords {
  return name === DEFAULT_AXES.query ? { name, one: 'query', many: 'queries' } : wordsOfName(name)
}

function wordsOfName(own: string): AxisWords {
  const name = visibleProse(own)
  const { one, many } = nounOf(name)
  return {
    name: isolated(`${name.charAt(0).toUpperCase()}${name.slice(1)}`),
    one: isolated(one),
    many: isolated(many),
  }
}
