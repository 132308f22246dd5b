import { type ReactNode } from 'react'
import { combineRefusal } from '../../analysis/combine/combineNotices'
import { plainCounted } from '../../text/counted'
import { type AppState } from '../state/AppState'
import { type Comparing } from './CompareMenu'
import { shownPart } from './combination'

/** Returns an offer to combine the tensors that were opened together, or undefined if there is none. */
export function combineOffer(
  { open, offered }: Pick<AppState, 'open' | 'offered'>,
  onCompare: (comparing: Comparing) => void,
): ReactNode {
  const together = open.filter(({ id }) => offered.includes(id))
  if (together.length < 2 || combineRefusal(together.map(shownPart)) !== undefined) return undefined
  const ids = together.map(({ id }) => id)
  return (
    <p>
      <button
        type="button"
        className="button"
        onClick={() => onCompare({ kind: 'combine', ids })}
      >{`Combine these ${plainCounted(together.length, 'file')}…`}</button>
    </p>
  )
}
