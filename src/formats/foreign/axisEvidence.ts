import { type Dimension, type FoundArray, type FoundFile } from './FoundFile'
import { countOf, roleOfLabels, roleOfName, type NamedRole } from './roleOfName'

/** Everything beside a dimension that may say what it is. */
export interface AxisContext {
  readonly tokenLists: NonNullable<FoundFile['tokenLists']>
  /** Whether it is the innermost dimension of an array in which each row is one cell longer than the row before it. */
  readonly isGrowing: boolean
}

/** One kind of evidence for the role of a dimension. */
export interface AxisEvidence {
  /** The observation, as the end of a sentence that begins with the axis: “is called head”. */
  readonly says: string
  /** Evidence of `FAIR` or more decides by itself; `WEAK` evidence against the order of the axes makes the page ask. */
  readonly strength: number
  /** Returns the role that the observation speaks for, or undefined if it was not made. */
  readonly roleOf: (dimension: Dimension, context: AxisContext) => NamedRole | undefined
}

export const WEAK = 1
export const FAIR = 2
const STRONG = 3
export const DEFINED = 9

/** What tokenizers put before a token or into its text, and texts of only punctuation. */
const TOKEN_MARK = /^(?:[\u0120\u010a\u2581 \n\t]|##|<[^<>\s]+>$|\[[A-Z]+\]$|[\p{P}\p{S}]+$)/u

/**
 * All evidence for the role of a dimension. Numbers that count (0, 1, 2 …) are evidence of nothing, because pandas and
 * Plotly number rows and columns alike. Without evidence rows are layers and columns are tokens, as in every `imshow`
 * of this field.
 */
export const axisEvidence: readonly AxisEvidence[] = [
  { says: 'has this role in its format', strength: DEFINED, roleOf: ({ role }) => role },
  { says: 'has such a name', strength: STRONG, roleOf: ({ name }) => roleOfName(name) },
  {
    says: 'has labels that name it',
    strength: STRONG,
    roleOf: ({ labels = [] }) => roleOfLabels(labels),
  },
  {
    says: 'grows by one in each row, as a past does',
    strength: STRONG,
    roleOf: (_, { isGrowing }) => (isGrowing ? 'token' : undefined),
  },
  {
    says: 'has texts of a tokenizer',
    strength: FAIR,
    roleOf: (dimension) =>
      isOfTexts(dimension) && dimension.labels?.some((label) => TOKEN_MARK.test(label)) === true
        ? 'token'
        : undefined,
  },
  {
    says: 'is as long as the list of tokens',
    strength: FAIR,
    roleOf: (dimension, { tokenLists }) =>
      isNameless(dimension) && tokenLists.some(({ length }) => length === dimension.size)
        ? 'token'
        : undefined,
  },
  {
    says: 'has texts as labels',
    strength: WEAK,
    roleOf: (dimension) => (isOfTexts(dimension) ? 'token' : undefined),
  },
]

/** The strongest evidence for each role of a dimension; 0 if there is none. */
export type AxisScores = Readonly<Record<NamedRole, number>>

export function axisScores(dimension: Dimension, context: AxisContext): AxisScores {
  const scores = { query: 0, layer: 0, part: 0, token: 0 }
  for (const { strength, roleOf } of axisEvidence) {
    const role = roleOf(dimension, context)
    if (role !== undefined) scores[role] = Math.max(scores[role], strength)
  }
  return scores
}

/** Whether neither the name of a dimension nor its labels say anything. */
function isNameless({ name, labels = [] }: Dimension): boolean {
  const isCounting = labels.length === 0 || countOf(labels) !== undefined
  return isCounting && roleOfName(name) === undefined && roleOfLabels(labels) === undefined
}

/** Whether an array's rows grow by one cell from each row to the next, as the pasts of generated tokens do. */
export function hasGrowingRows({ rowLengths }: Pick<FoundArray, 'rowLengths'>): boolean {
  if (rowLengths === undefined || rowLengths.length < 2) return false
  return rowLengths.every((length, row) => row === 0 || length === (rowLengths[row - 1] ?? 0) + 1)
}

/**
 * Whether labels are texts, on an axis whose name says nothing. Numbers in any order, and numbers with the same words
 * around them, are not texts.
 */
function isOfTexts({ name, labels = [] }: Dimension): boolean {
  const forms = new Set(labels.map((label) => label.replace(/\d+/g, '#')))
  const isNumbered = forms.size === 1 && labels.length > 1 && /\d/.test(labels[0] ?? '')
  if (roleOfName(name) !== undefined || isNumbered || countOf(labels) !== undefined) return false
  return labels.some((label) => Number.isNaN(Number(label)) || label.trim() === '')
}
