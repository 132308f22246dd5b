import { useEffect, useState, type Dispatch } from 'react'
import { viewNotices } from '../../tensor/viewNotices'
import { type AppAction } from '../state/appReducer'
import { type Loader, type NamedBlob } from './useLoader'
import { messageOf, type PageMessage } from './messageOf'
import { isTrusted } from './trustedOrigins'

/** A tensor that another page asks to open here, and that the reader has not allowed yet. */
export interface Request {
  readonly origin: string
  readonly file: NamedBlob
}

export interface Requests {
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
export function useMessages(loader: Loader, dispatch: Dispatch<AppAction>): Requests {
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
