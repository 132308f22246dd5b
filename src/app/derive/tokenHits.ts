import { type Sliced } from '../../analysis/Sliced'
import { readToken } from '../../layout/tokenLabelText'
import { visibleText } from '../../text/visibleText'
import { type LabelMode } from '../../tensor/Matrix'
import { tokenCountOf, tokenText, type Tensor } from '../../tensor/Tensor'
import { derived } from './derived'

export interface SearchInput {
  readonly tensor: Tensor
  readonly queryIndex: number
  readonly search: string
  /** How token texts are shown; default `visible`. */
  readonly labels?: LabelMode | undefined
}

/** The tokens that match a search, as `searchTokens` finds them. */
export const tokenHits = derived<SearchInput, readonly number[]>({
  of: ({ tensor }) => tensor,
  key: ({ queryIndex, search, labels }) => JSON.stringify([queryIndex, search, labels]),
  cost: ({ tensor, queryIndex, search }) =>
    search === '' || tensor.tokens.kind === 'none' ? 0 : tokenCountOf(tensor, queryIndex),
  make: ({ tensor, queryIndex, search, labels }) =>
    searchTokens(tensor, queryIndex, search, labels),
})

/**
 * Returns the past tokens that match a search, in order, as 0-based indices in the query's list. A token matches if its
 * text contains the search, ignoring case, in the tokenizer's form, decoded or as shown; or if the search is its index
 * in the sequence.
 */
export function* searchTokens(
  tensor: Tensor,
  queryIndex: number,
  search: string,
  labels: LabelMode = 'visible',
): Sliced<readonly number[]> {
  if (search === '') return []
  const count = tokenCountOf(tensor, queryIndex)
  const numbered = tokenNumbered(tensor, search)
  // Without texts only the index can match, and a past may be far longer than any row.
  if (tensor.tokens.kind === 'none') return numbered >= 0 && numbered < count ? [numbered] : []
  const wanted = search.toLowerCase()
  // Decoding and marking a text takes far longer than searching in it, and leaves plain ASCII unchanged.
  const isPlain = PLAIN.test(search)
  const hasMarks = MARKS.test(search)
  const hits: number[] = []
  for (let token = 0; token < count; token++) {
    const holds = (text: string): boolean => text.toLowerCase().includes(wanted)
    const isHit = (): boolean => {
      if (holds(tokenText(tensor, queryIndex, token) ?? '')) return true
      if (isPlain) return false
      const text = readToken(tensor, queryIndex, token, labels) ?? ''
      return holds(text) || (hasMarks && holds(visibleText(text)))
    }
    if (token === numbered || isHit()) hits.push(token)
    if (token % RUN === RUN - 1) yield
  }
  return hits
}

/** Tokens searched without a pause: about two milliseconds of work. */
const RUN = 1 << 12

/** Characters that `visibleText` may write and that a plain text lacks. */
const MARKS = /[^ -[\]-~]/

/** Text without white space, marks, or the backslash of an escape. */
const PLAIN = /^[!-[\]-~]*$/

/**
 * Returns the 0-based place in the list of the token whose index in the sequence is written in `search`; −1 if `search`
 * is not an index.
 */
function tokenNumbered(tensor: Tensor, search: string): number {
  return /^(?:0|[1-9]\d{0,14})$/.test(search) ? Number(search) - tensor.firstIndex : -1
}
