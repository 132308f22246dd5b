import { useEffect, useState, type Dispatch, type ReactNode } from 'react'
import { viewNotices } from '../../tensor/View'
import { readStored, writeStored } from '../base/readStored'
import { type AppAction } from '../state/appReducer'
import { messageOf, type PageMessage } from './messageOf'
import { type Loader, type NamedBlob } from './useLoader'

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
        asks to open “<bdi>{file.name}</bdi>” here.
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

/** A tensor that another page asks to open here, and that the reader has not allowed yet. */
interface Request {
  readonly origin: string
  readonly file: NamedBlob
}

interface Requests {
  /** The first waiting request; undefined if there is none. */
  readonly first: Request | undefined
  /** Removes the first request from the list, and opens its tensor if `isAllowed`. */
  readonly answer: (isAllowed: boolean) => void
}

/** Most requests that wait for an answer. Further ones are dropped, against a page that sends too many. */
const MAX_WAITING = 10

/**
 * Lets other pages open tensors here. A page that has this one in a window or a frame sends `PING` until it receives
 * `PONG`, then the tensor. Pages of other origins need the reader's permission.
 */
export function useRequests(loader: Loader, dispatch: Dispatch<AppAction>): Requests {
  const [waiting, setWaiting] = useState<readonly Request[]>([])
  // The window receives the messages of all senders.
  useEffect(() => {
    const receive = (event: MessageEvent): void => {
      const { origin } = event
      const message = messageOf(event.data)
      if (message.kind === 'ping') answerPing(event)
      const notices = noticesOf(message, origin)
      if (message.kind === 'tensor') {
        const { file } = message
        if (isTrusted(origin)) loader.open([file])
        else setWaiting((before) => [...before, { origin, file }].slice(0, MAX_WAITING))
      }
      if (notices.length > 0) dispatch({ type: 'noticed', notices })
    }
    window.addEventListener('message', receive)
    return () => window.removeEventListener('message', receive)
  }, [loader, dispatch])
  const [first, ...rest] = waiting
  return {
    first,
    answer(isAllowed) {
      setWaiting(rest)
      if (isAllowed && first !== undefined) loader.open([first.file])
    },
  }
}

function answerPing({ source, origin }: MessageEvent): void {
  const targetOrigin = origin === 'null' ? '*' : origin
  source?.postMessage('PONG', { targetOrigin })
}

function noticesOf(message: PageMessage, origin: string): readonly string[] {
  if (message.kind === 'tensor') return viewNotices(message.problems, 'The message’s view')
  return message.kind === 'refused'
    ? [`A message from ${origin} was refused: ${message.reason}.`]
    : []
}

const NAME = 'origins'

/** Returns true if pages of this origin may open tensors without a question to the reader. */
function isTrusted(origin: string): boolean {
  return (origin === location.origin && origin !== 'null') || keptOrigins().includes(origin)
}

/** Stores that the reader trusts an origin. If the page may not use the storage, the reader is asked again. */
function trust(origin: string): void {
  writeStored(NAME, [...new Set([...keptOrigins(), origin])])
}

function keptOrigins(): readonly unknown[] {
  const kept = readStored(NAME)
  return Array.isArray(kept) ? kept : []
}
