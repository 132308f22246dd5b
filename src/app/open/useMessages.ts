import { useEffect, useState, type Dispatch } from 'react'
import { viewNotices } from '../../tensor/viewNotices'
import { type AppAction } from '../state/appReducer'
import { type Loader, type NamedBlob } from './useLoader'
import { messageOf, type PageMessage } from './messageOf'
import { isTrusted } from './trustedOrigins'

/** A tensor that another page wants to open here, which the reader has not let it yet. */
export interface Request {
  readonly origin: string
  readonly file: NamedBlob
}

export interface Requests {
  /** The one to ask about. */
  readonly first: Request | undefined
  /** Takes the first one from the list; with `isAllowed` it is opened. */
  readonly answer: (isAllowed: boolean) => void
}

/** More than these wait for no answer: a page that floods another one is not listened to. */
const MAX_WAITING = 10

/**
 * Lets other pages open tensors here: a page that has this one in a window or a frame sends `PING` until it hears
 * `PONG`, then the tensor. Pages of other origins need the reader's leave.
 */
export function useMessages(loader: Loader, dispatch: Dispatch<AppAction>): Requests {
  const [waiting, setWaiting] = useState<readonly Request[]>([])
  // Messages come to the window, whoever sends them.
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
