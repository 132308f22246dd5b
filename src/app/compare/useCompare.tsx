import { useState, type ReactNode } from 'react'
import { combineRefusal } from '../../analysis/combine/combineNotices'
import { plainCounted } from '../../text/counted'
import { type Loader } from '../open/useLoader'
import { type AppState } from '../state/AppState'
import { CombineDialog } from './CombineDialog'
import { shownPart } from './combination'
import { type Comparing } from './CompareMenu'
import { DifferenceDialog, type DifferenceDialogProps } from './DifferenceDialog'

interface Compare {
  /** Opens the dialog of a comparison. */
  readonly onCompare: (comparing: Comparing) => void
  /** The open dialog, if any. */
  readonly dialog: ReactNode
  /** A button that combines the tensors that were opened together; undefined if it is not offered. */
  readonly offer: ReactNode
}

/** Returns the comparisons of the open tensors. `onOpen` opens what they make. */
export function useCompare(state: AppState, onOpen: Loader['open']): Compare {
  const [comparing, onCompare] = useState<Comparing>()
  const { open, offered } = state
  const together = open.filter(({ id }) => offered.includes(id))
  const isOffered = together.length > 1 && combineRefusal(together.map(shownPart)) === undefined
  const props = { open, onOpen, onClose: () => onCompare(undefined) }
  return {
    onCompare,
    dialog: comparing && dialogOf(comparing, { ...props, activeId: state.activeId }),
    offer: isOffered ? (
      <p>
        <button
          type="button"
          className="button"
          onClick={() => onCompare({ kind: 'combine', ids: together.map(({ id }) => id) })}
        >
          {`Combine these ${plainCounted(together.length, 'file')}…`}
        </button>
      </p>
    ) : undefined,
  }
}

function dialogOf({ kind, ids }: Comparing, props: DifferenceDialogProps): ReactNode {
  if (kind === 'difference') return <DifferenceDialog {...props} />
  const { activeId: _activeId, ...rest } = props
  return <CombineDialog {...rest} ids={ids ?? props.open.map(({ id }) => id)} />
}
