import { type TokenLists } from '../../tensor/Tensor'
import { plainCounted } from '../../text/counted'
import { PathError } from '../json/JsonPath'
import { type Metadata } from './CanonicalSchema'

/** Tells one shared list of tokens from one list for each query. Throws `PathError` for a wrong count. */
export function tokenListsOf(tokens: Metadata['tokens'], queryCount: number): TokenLists {
  if (tokens === undefined) return { kind: 'none' }
  const lists = tokens.filter((list) => typeof list !== 'string')
  const texts = tokens.filter((list) => typeof list === 'string')
  if (lists.length === 0) return { kind: 'shared', texts }
  const [only] = lists
  if (lists.length === 1 && queryCount > 1 && only !== undefined) {
    return { kind: 'shared', texts: only }
  }
  if (lists.length !== queryCount) {
    throw new PathError(
      'shape',
      ['tokens'],
      `tokens has ${plainCounted(lists.length, 'list')}, but values has ${plainCounted(queryCount, 'meta token')}.`,
      'Give one list for each meta token, or one list for all of them.',
    )
  }
  return { kind: 'own', texts: lists }
}
