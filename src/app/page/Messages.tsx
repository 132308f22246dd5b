import { type ReactNode } from 'react'
import { type Place } from '../../tensor/TensorError'
import { grouped } from '../../text/counted'
import { cutText } from '../../text/cutText'
import { withIsolatedQuotes } from '../../text/isolated'
import { focusFigure } from '../figure/FigurePanel'
import { type AppState } from '../state/AppState'

interface MessagesProps extends Pick<AppState, 'problems' | 'notices' | 'moreCount'> {
  readonly onDismiss: () => void
}

/** Most UTF-16 units of a message that are shown. Names and texts of a file may be of any length. */
const MOST_SHOWN = 1000

/** Shows the files that could not be opened, and the notices about values that were changed when a file was read. */
export function Messages(props: MessagesProps): ReactNode {
  const { problems, notices, moreCount, onDismiss } = props
  const isEmpty = problems.length + notices.length === 0
  return (
    <div className={isEmpty ? 'messages is-empty' : 'messages'}>
      <div className="message-list">
        <div role="alert" className="problems">
          {problems.map(({ fileName, problem }, index) => (
            <div key={index} className="problem">
              <p>
                <b>
                  <bdi>{cutText(fileName, 200)}</bdi> was not opened.
                </b>{' '}
                {withIsolatedQuotes(cutText(problem.message, MOST_SHOWN))}
              </p>
              {problem.place === undefined ? null : <PlaceLine place={problem.place} />}
              <p className="advice">{problem.advice}</p>
            </div>
          ))}
        </div>
        <div className="notices" aria-live="polite">
          {notices.map((notice) => (
            <p key={notice} data-testid="notice">
              {withIsolatedQuotes(cutText(notice, MOST_SHOWN))}
            </p>
          ))}
          {moreCount === 0 ? null : <p>… and {grouped(moreCount)} more</p>}
        </div>
      </div>
      {isEmpty ? null : (
        <button
          type="button"
          className="button is-quiet"
          aria-label="Dismiss"
          onClick={() => {
            onDismiss()
            focusFigure({ preventScroll: true })
          }}
        >
          ×
        </button>
      )}
    </div>
  )
}

function PlaceLine({ place }: { readonly place: Place }): ReactNode {
  const { path, line, column, byte, excerpt } = place
  const where = [
    ...(path === undefined ? [] : [path]),
    ...(line === undefined || column === undefined ? [] : [`line ${line}, column ${column}`]),
    ...(byte === undefined ? [] : [`byte ${byte}`]),
  ]
  return (
    <p className="place">
      {where.join(' · ')}
      {excerpt === undefined ? null : <code>{excerpt}</code>}
    </p>
  )
}
