import { visibleText } from '../../layout/visibleText'
import { sequenceIndex, tokenCountOf, tokenText, type Tensor } from '../../tensor/Tensor'

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
  const wanted = search.toLowerCase()
  const count = tokenCountOf(tensor, queryIndex)
  const hits: number[] = []
  for (let token = 0; token < count; token++) {
    if (String(sequenceIndex(tensor, token)) === search) hits.push(token)
    else if (holds(tokenText(tensor, queryIndex, token), wanted)) hits.push(token)
  }
  return hits
}

function holds(text: string | undefined, wanted: string): boolean {
  if (text === undefined) return false
  return text.toLowerCase().includes(wanted) || visibleText(text).toLowerCase().includes(wanted)
}
