import { type Dispatch, type ReactNode } from 'react'
import { LeaveBar } from '../open/LeaveBar'
import { RequestBar, type Requests } from '../open/RequestBar'
import { type AppAction } from '../state/appReducer'
import { type AppState } from '../state/AppState'
import { Messages } from './Messages'

export interface ToastsProps {
  readonly state: AppState
  readonly dispatch: Dispatch<AppAction>
  /** An offer about files that were opened together. */
  readonly offer: ReactNode
  readonly requests: Requests
}

/** Shows messages, offers and questions over the lower edge of the figure's card, so that they move nothing. */
export function Toasts({ state, dispatch, offer, requests }: ToastsProps): ReactNode {
  return (
    <div className="toast-place">
      <div className="toasts">
        <Messages {...state} onDismiss={() => dispatch({ type: 'messages-dismissed' })} />
        <div aria-live="polite">{offer}</div>
        <RequestBar {...requests} />
        <LeaveBar />
      </div>
    </div>
  )
}
