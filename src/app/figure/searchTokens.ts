import { visibleText } from '../../layout/visibleText'
import { tokenCountOf, tokenText, type Tensor } from '../../tensor/Tensor'

/**
 * The past tokens that a search finds, in order, as 0-based indices in the query's list: those whose text holds it, as
 * the tokenizer gave it or as it is shown, in upper or lower case; and the one whose index in the sequence it is.
 */
export function searchTokens(
  tensor: Tensor,
  queryIndex: number,
  search: string,
): readonly number[] {
  if (search === '') return []
  const count = tokenCountOf(tensor, queryIndex)
  const numbered = tokenNumbered(tensor, search)
  // Without texts there is nothing to go through, and a past may be far longer than any row.
  if (tensor.tokens.kind === 'none') return numbered >= 0 && numbered < count ? [numbered] : []
  const wanted = search.toLowerCase()
  const hasMarks = MARKS.test(search)
  const hits: number[] = []
  for (let token = 0; token < count; token++) {
    const text = tokenText(tensor, queryIndex, token) ?? ''
    if (token === numbered || holds(text, wanted, hasMarks)) hits.push(token)
  }
  return hits
}

/** What `visibleText` writes and a plain text does not hold: marks, and the backslash of an escape. */
const MARKS = /[^ -[\]-~]/

function holds(text: string, wanted: string, hasMarks: boolean): boolean {
  if (text.toLowerCase().includes(wanted)) return true
  // Making a text visible takes far longer than looking into it.
  return hasMarks && visibleText(text).toLowerCase().includes(wanted)
}

/** The token with that index in the sequence, as it is written, 0-based in the list; −1 for a text that is no index. */
function tokenNumbered(tensor: Tensor, search: string): number {
  return /^(?:0|[1-9]\d{0,14})$/.test(search) ? Number(search) - tensor.firstIndex : -1
}
