import { type Role } from './FoundFile'

/** The meaning of a dimension's name. `part` is a head or another part of a layer; it is not a role of its own. */
export type NamedRole = Role | 'part'

/**
 * The words of each role, tried in this order: `query_token` is a query, `key_position` a token. Words are whole and in
 * lower case.
 */
const words: readonly (readonly [NamedRole, RegExp])[] = [
  [
    'query',
    /^(meta|quer(y|ies)|q|dest(ination)?s?|dst|tgt|targets?|samples?|batch|prompts?|runs?|steps?|epochs?|checkpoints?|generated)$/,
  ],
  ['layer', /^(layers?|l|blocks?|blk|depth|hooks?)$/],
  ['part', /^(heads?|sublayers?|components?|neurons?|features?|units?|channels?|experts?)$/],
  [
    'token',
    /^(tok(en)?s?|pos(itions?)?|seq(uence)?s?|ctx|context|keys?|k|src|sources?|words?|columns?|inputs?)$/,
  ],
]

/** Returns the role for a name such as `n_layers`, `destPos` or `Token position`, or undefined if it names none. */
export function roleOfName(name: string | undefined): NamedRole | undefined {
  if (name === undefined) return undefined
  const parts = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
  return words.find(([, word]) => parts.some((part) => word.test(part)))?.[0]
}

/**
 * Labels of layers: `L3`, `layer_3`, `blocks.3.attn`, `transformer.h.3`, and `3_pre` and `3_mlp_out` of
 * TransformerLens.
 */
const LAYER =
  /(?:^|[^a-z])(?:l|layers?|blocks?|depth|hidden_?states?|resid(?:_(?:pre|mid|post))?)[\s._:-]*\d|(?:^|\.)h\.\d|^\d+_(?:pre|mid|post|attn|mlp)/i

/** Labels of tokens: `token_3`, `pos 3`. */
const TOKEN = /(?:^|[^a-z])(?:tok(?:en)?s?|pos(?:ition)?s?)[\s._:-]*\d/i

/**
 * Returns the role that more than half of the labels name beside a number, or undefined. Numbers alone name no role.
 */
export function roleOfLabels(labels: readonly string[]): Role | undefined {
  if (isMost(labels, LAYER)) return 'layer'
  return isMost(labels, TOKEN) ? 'token' : undefined
}

function isMost(labels: readonly string[], word: RegExp): boolean {
  return labels.filter((label) => word.test(label)).length * 2 > labels.length
}

/** Labels with more than this many different sets of words are not counting labels. */
const MAX_FORMS = 3

/**
 * Returns the numbers of counting labels: `0 … 11`, `L11 … L0`, `0_pre, 0_mid, 1_pre`, also with a word at an end
 * (`output`). Returns undefined for texts such as those of tokens, even if each contains a number (`When 1, John 2`).
 */
export function countOf(labels: readonly string[]): readonly number[] | undefined {
  const numbers = labels.flatMap((label) => label.match(/\d+/)?.[0] ?? []).map(Number)
  const forms = new Set(labels.map((label) => label.replace(/\d+/g, '#')))
  const isText = forms.size > MAX_FORMS || (forms.size > 1 && forms.size === labels.length)
  if (isText || numbers.length * 2 < labels.length) return undefined
  if (numbers.length < 2) return labels.length < 2 ? numbers : undefined
  const isRising = numbers.every((number, i) => number >= (numbers[i - 1] ?? -1))
  return isRising || isFalling(numbers) ? numbers : undefined
}

/** Whether labels count down, with the last layer first. */
export function isCountingDown(labels: readonly string[]): boolean {
  const numbers = countOf(labels)
  return (
    numbers !== undefined &&
    numbers.length > 1 &&
    isFalling(numbers) &&
    numbers[0] !== numbers.at(-1)
  )
}

function isFalling(numbers: readonly number[]): boolean {
  return numbers.every((number, i) => number <= (numbers[i - 1] ?? Infinity))
}

/** Names of attention by query and key, not of what attention puts out. */
const ATTENTION =
  /^(?!.*(?:vector|output|hidden|neuron|norm|grad))(?:.*(?:att(?:entio)?ns?|pattern))/i

/** Names of the dimensions of arrays under known keys, one pattern and list of names for each number of dimensions. */
const names: readonly (readonly [path: RegExp, ...names: readonly string[]])[] = [
  // trait-interp: https://github.com/ewernn/trait-interp
  [/projections\.(?:prompt|response)$/, 'token', 'layer', 'component'],
  // Metrics of heads in Neuronpedia.
  [/metrics\.\w+$/, 'layer', 'head'],
  [ATTENTION, 'head', 'query', 'key'],
  [ATTENTION, 'layer', 'head', 'query', 'key'],
  [ATTENTION, 'sample', 'layer', 'head', 'query', 'key'],
]

/**
 * Returns the names of an array's dimensions by its path and its number of dimensions, or undefined if they are not
 * known.
 */
export function knownDimensions(path: string, rank: number): readonly string[] | undefined {
  const own = ownName(path)
  const found = names.find(([pattern, ...rest]) => rest.length === rank && pattern.test(own))
  return found?.slice(1).map(String)
}

/** Keys that only say that there are values. */
const PLAIN_KEY = /^(?:data|values?|z|matrix|matrices|weights?|scores?|probs?|softmax|\d+)$/i

/**
 * Returns the end of a path that names an array: its last key that says anything, and the key before it. Keys farther
 * up name what the array is only a part of.
 */
function ownName(path: string): string {
  const keys = path.split(/[.[\]/"]+/).filter((key) => key !== '')
  const last = keys.findLastIndex((key) => !PLAIN_KEY.test(key))
  const [parent = '', own = ''] = [keys[last - 1], keys[last]]
  return /^(?:prompt|response)$/.test(own) || parent === 'metrics' ? `${parent}.${own}` : own
}
