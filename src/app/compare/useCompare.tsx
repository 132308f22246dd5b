import { useState, type Dispatch, type ReactNode } from 'react'
import { combineRefusal } from '../../analysis/combine/combineNotices'
import { type View } from '../../tensor/View'
import { plainCounted } from '../../text/counted'
import { focusFigure } from '../figure/FigurePanel'
import { type Loader } from '../open/useLoader'
import { type AppAction } from '../state/appReducer'
import { type AppState } from '../state/AppState'
import { CombineDialog } from './CombineDialog'
import { shownPart } from './combination'
import { type Comparing } from './CompareMenu'
import { alikeTensors } from './operands'
import { DifferenceDialog, type DifferenceDialogProps } from './DifferenceDialog'

interface Compare {
  /** Opens the dialog of a comparison. */
  readonly onCompare: (comparing: Comparing) => void
  /** The open dialog, if any. */
  readonly dialog: ReactNode
  /** An offer to combine the tensors that were opened together; undefined if there is none. */
  readonly offer: ReactNode
}

/** Returns the comparisons of the open tensors. `onOpen` opens what they make. */
export function useCompare(
  state: AppState,
  onOpen: Loader['open'],
  dispatch: Dispatch<AppAction>,
): Compare {
  const [comparing, onCompare] = useState<Comparing>()
  const { open, offered } = state
  const together = open.filter(({ id }) => offered.includes(id))
  const isOffered = together.length > 1 && combineRefusal(together.map(shownPart)) === undefined
  const onCompared: DifferenceDialogProps['onCompared'] = (pair) =>
    dispatch({ type: 'compared', pair })
  const props = { open, onOpen, onCompared, onClose: () => onCompare(undefined) }
  return {
    onCompare,
    dialog:
      comparing &&
      dialogOf(comparing, { ...props, activeId: state.activeId }, (panels) =>
        dispatch({ type: 'view-changed', settings: { panels } }),
      ),
    offer: isOffered ? (
      <div className="offer">
        <button
          type="button"
          className="button"
          onClick={() => onCompare({ kind: 'combine', ids: together.map(({ id }) => id) })}
        >
          {`Combine these ${plainCounted(together.length, 'file')}…`}
        </button>
        <button
          type="button"
          className="button is-quiet"
          aria-label="Dismiss"
          onClick={() => {
            dispatch({ type: 'messages-dismissed' })
            focusFigure({ preventScroll: true })
          }}
        >
          ×
        </button>
      </div>
    ) : undefined,
  }
}

function dialogOf(
  { kind, ids }: Comparing,
  props: DifferenceDialogProps,
  onPanels: (panels: View['panels']) => void,
): ReactNode {
  if (kind === 'difference') return <DifferenceDialog {...props} />
  const { activeId, onCompared: _onCompared, ...rest } = props
  const { open } = rest
  if (kind === 'combine') {
    const first = ids ?? alikeTensors(open, activeId).map(({ id }) => id)
    return <CombineDialog {...rest} ids={first} />
  }
  const active = open.filter(({ id }) => id === activeId)
  return (
    <CombineDialog {...rest} open={active} ids={active.map(({ id }) => id)} {...{ onPanels }} />
  )
}
