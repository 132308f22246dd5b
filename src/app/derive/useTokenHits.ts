import { tokenHits, type SearchInput } from './tokenHits'
import { useDerived } from './useDerived'

/** Returns the tokens that match a search; undefined while they are searched for, or if there is no search. */
export function useTokenHits(input: SearchInput | undefined): readonly number[] | undefined {
  const made = useDerived(tokenHits, input)
  // Until the hits are made, the last ones are those of another text or tensor.
  const isOfInput =
    input !== undefined &&
    made?.input.tensor === input.tensor &&
    tokenHits.key(made.input) === tokenHits.key(input)
  return isOfInput ? made.value : undefined
}
