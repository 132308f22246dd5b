import { type ReactNode } from 'react'
import { type Place } from '../../tensor/TensorError'
import { withIsolatedQuotes } from '../../text/isolated'
import { focusFigure } from '../figure/FigurePanel'
import { type FileProblem } from '../state/AppState'

interface MessagesProps {
  readonly problems: readonly FileProblem[]
  readonly notices: readonly string[]
  readonly onDismiss: () => void
}

/** Shows the files that could not be opened, and the notices about values that were changed when a file was read. */
export function Messages({ problems, notices, onDismiss }: MessagesProps): ReactNode {
  return (
    <div className={problems.length + notices.length === 0 ? 'messages is-empty' : 'messages'}>
      <div role="alert" className="problems">
        {problems.map(({ fileName, problem }, index) => (
          <div key={index} className="problem">
            <p>
              <b>
                <bdi>{fileName}</bdi> was not opened.
              </b>{' '}
              {withIsolatedQuotes(problem.message)}
            </p>
            {problem.place === undefined ? null : <PlaceLine place={problem.place} />}
            <p className="advice">{problem.advice}</p>
          </div>
        ))}
      </div>
      <div className="notices" aria-live="polite">
        {notices.map((notice) => (
          <p key={notice}>{withIsolatedQuotes(notice)}</p>
        ))}
      </div>
      {problems.length + notices.length === 0 ? null : (
        <button
          type="button"
          className="button is-quiet"
          onClick={() => {
            onDismiss()
            focusFigure({ preventScroll: true })
          }}
        >
          Dismiss
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
