import { useSyncExternalStore, type ReactNode } from 'react'
import { leaveQuestion } from './askLeave'
import { TrustButton } from './TrustButton'

/** Asks the reader whether the page may read a file from a host near the reader. */
export function LeaveBar(): ReactNode {
  const question = useSyncExternalStore(leaveQuestion.subscribe, leaveQuestion.get)
  if (question === undefined) return null
  const { host, network, answer } = question
  return (
    <div className="messages request" role="group" aria-label="Request of a link">
      <p aria-live="polite">
        The link opens a file at{' '}
        <b>
          <bdi>{host}</bdi>
        </b>
        , on {network}. Did you expect this?
      </p>
      <TrustButton key={host} onClick={() => answer(true)}>
        Open it
      </TrustButton>
      <button type="button" className="button" onClick={() => answer(false)}>
        Refuse
      </button>
    </div>
  )
}
