import { useState, type ReactNode } from 'react'
import { trust } from './trustedOrigins'
import { type Request, type Requests } from './useMessages'

/** Asks the reader whether another page may open a tensor here. */
export function RequestBar({ first, answer }: Requests): ReactNode {
  return first === undefined ? null : <Question request={first} answer={answer} />
}

interface QuestionProps extends Pick<Requests, 'answer'> {
  readonly request: Request
}

function Question({ request, answer }: QuestionProps): ReactNode {
  const [isKept, setIsKept] = useState(false)
  const { origin, file } = request
  const sender = origin === 'null' ? 'A page without an address' : origin
  return (
    <div className="messages request" role="group" aria-label="Request of another page">
      <p aria-live="polite">
        <b>
          <bdi>{sender}</bdi>
        </b>{' '}
        wants to open “<bdi>{file.name}</bdi>” here.
      </p>
      {origin === 'null' ? null : (
        <label className="check">
          <input
            type="checkbox"
            checked={isKept}
            onChange={({ target }) => setIsKept(target.checked)}
          />
          Always allow this origin
        </label>
      )}
      <button
        type="button"
        className="button is-primary"
        onClick={() => {
          if (isKept) trust(origin)
          answer(true)
        }}
      >
        Open it
      </button>
      <button type="button" className="button" onClick={() => answer(false)}>
        Refuse
      </button>
    </div>
  )
}
