import { type Sliced } from '../../analysis/findings/Sliced'
import { readToken } from '../../layout/tokenLabelText'
import { visibleText } from '../../layout/visibleText'
import { type LabelMode } from '../../tensor/Matrix'
import { tokenCountOf, tokenText, type Tensor } from '../../tensor/Tensor'
import { derived } from './derived'

export interface SearchInput {
  readonly tensor: Tensor
  readonly queryIndex: number
  readonly search: string
  /** How the texts are read; default `visible`. */
  readonly labels?: LabelMode | undefined
}

/** The tokens that `searchTokens` finds. */
export const tokenHits = derived<SearchInput, readonly number[]>({
  of: ({ tensor }) => tensor,
  key: ({ queryIndex, search, labels }) => JSON.stringify([queryIndex, search, labels]),
  cost: ({ tensor, queryIndex, search }) =>
    search === '' || tensor.tokens.kind === 'none' ? 0 : tokenCountOf(tensor, queryIndex),
  make: ({ tensor, queryIndex, search, labels }) =>
    searchTokens(tensor, queryIndex, search, labels),
})

/**
 * The past tokens that a search finds, in order, as 0-based indices in the query's list: those whose text holds it, as
 * the tokenizer gave it, as it reads or as it is shown, in upper or lower case; and the one whose index in the sequence it is.
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
  // Without texts there is nothing to go through, and a past may be far longer than any row.
  if (tensor.tokens.kind === 'none') return numbered >= 0 && numbered < count ? [numbered] : []
  const wanted = search.toLowerCase()
  // Reading and marking texts takes far longer than looking into them, and changes nothing that is plain ASCII.
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

/** Tokens that are looked at without a pause: some two milliseconds of work. */
const RUN = 1 << 12

/** What `visibleText` writes and a plain text does not hold. */
const MARKS = /[^ -[\]-~]/

/** No white space, no mark, no backslash of an escape. */
const PLAIN = /^[!-[\]-~]*$/

/** The token with that index in the sequence, as it is written, 0-based in the list; −1 for a text that is no index. */
function tokenNumbered(tensor: Tensor, search: string): number {
  return /^(?:0|[1-9]\d{0,14})$/.test(search) ? Number(search) - tensor.firstIndex : -1
}
