import { useCallback, useEffect, useState, type Dispatch, type ReactNode } from 'react'
import { viewNotices } from '../../tensor/View'
import { readStored, writeStored } from '../base/readStored'
import { type AppAction } from '../state/appReducer'
import { fileOfMessage, messageOf, type MessageContent, type PageMessage } from './messageOf'
import { TrustButton } from './TrustButton'
import { type Loader } from './useLoader'

/** Asks the reader whether another page may open a tensor here. */
export function RequestBar({ first, answer }: Requests): ReactNode {
  return first === undefined ? null : <Question request={first} answer={answer} />
}

interface QuestionProps extends Pick<Requests, 'answer'> {
  readonly request: Request
}

/** Shows no word of the message: its sender is not trusted yet. */
function Question({ request, answer }: QuestionProps): ReactNode {
  const [isKept, setIsKept] = useState(false)
  const { origin, contents } = request
  const sender = origin === 'null' ? 'A page without an address' : origin
  return (
    <div className="messages request" role="group" aria-label="Request of another page">
      <p aria-live="polite">
        <b>
          <bdi>{sender}</bdi>
        </b>{' '}
        asks to open {contents.length === 1 ? 'a tensor' : `${contents.length} tensors`} here.
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
      <TrustButton
        key={origin}
        onClick={() => {
          if (isKept) trust(origin)
          answer(true)
        }}
      >
        Open it
      </TrustButton>
      <button type="button" className="button" onClick={() => answer(false)}>
        Refuse
      </button>
    </div>
  )
}

/** The tensors that another page asks to open here, and that the reader has not allowed yet. */
interface Request {
  readonly origin: string
  readonly contents: readonly MessageContent[]
}

export interface Requests {
  /** The first waiting request; undefined if there is none. */
  readonly first: Request | undefined
  /** Removes the first request from the list, and opens its tensors if `isAllowed`. */
  readonly answer: (isAllowed: boolean) => void
}

/** Most tensors of one page, and most pages, that wait for an answer. Further ones are dropped. */
const MAX_WAITING = 5

/**
 * Lets other pages open tensors here. A page that has this one in a window or a frame sends `PING` until it receives
 * `PONG`, then the tensor. Pages of other origins need the reader's permission.
 */
export function useRequests(loader: Loader, dispatch: Dispatch<AppAction>): Requests {
  const [waiting, setWaiting] = useState<readonly Request[]>([])
  const openAll = useCallback(
    (contents: readonly MessageContent[]) => {
      const all = contents.map(fileOfMessage)
      loader.open(all.map(({ file }) => file))
      const notices = all.flatMap(({ problems }) => viewNotices(problems, 'The message’s view'))
      if (notices.length > 0) dispatch({ type: 'noticed', notices })
    },
    [loader, dispatch],
  )
  // The window receives the messages of all senders.
  useEffect(() => {
    const receive = (event: MessageEvent): void => {
      const { origin } = event
      const message = messageOf(event.data)
      if (message.kind === 'ping') answerPing(event)
      if (message.kind === 'refused') {
        dispatch({ type: 'noticed', notices: [refusal(message, origin)] })
      }
      if (message.kind !== 'tensor') return
      const { content } = message
      if (isTrusted(origin)) openAll([content])
      else setWaiting((before) => withRequest(before, origin, content))
    }
    window.addEventListener('message', receive)
    return () => window.removeEventListener('message', receive)
  }, [openAll, dispatch])
  const [first] = waiting
  return {
    first,
    answer(isAllowed) {
      if (first === undefined) return
      // Others may have come since the first one was shown.
      setWaiting((before) => withoutRequest(before, first))
      if (isAllowed) openAll(first.contents)
    },
  }
}

/** Returns the waiting requests with one more. If it is dropped, returns the same list, so that nothing is rendered. */
function withRequest(
  waiting: readonly Request[],
  origin: string,
  content: MessageContent,
): readonly Request[] {
  const same = waiting.find((each) => each.origin === origin)
  if (same === undefined) {
    return waiting.length < MAX_WAITING ? [...waiting, { origin, contents: [content] }] : waiting
  }
  if (same.contents.length >= MAX_WAITING) return waiting
  const added = { origin, contents: [...same.contents, content] }
  return waiting.map((each) => (each === same ? added : each))
}

/** Returns the waiting requests without one as it was shown. What its page sent later still waits. */
function withoutRequest(
  waiting: readonly Request[],
  { origin, contents }: Request,
): readonly Request[] {
  return waiting
    .map((each) =>
      each.origin === origin
        ? { origin, contents: each.contents.filter((content) => !contents.includes(content)) }
        : each,
    )
    .filter((each) => each.contents.length > 0)
}

function answerPing({ source, origin }: MessageEvent): void {
  const targetOrigin = origin === 'null' ? '*' : origin
  source?.postMessage('PONG', { targetOrigin })
}

function refusal({ reason }: Extract<PageMessage, { kind: 'refused' }>, origin: string): string {
  return `A message from ${origin} was refused: ${reason}.`
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
