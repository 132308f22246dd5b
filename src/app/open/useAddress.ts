import { useEffect, useRef, useState, type Dispatch } from 'react'
import { viewNotices } from '../../tensor/View'
import { afterFigure } from '../derive/afterFigure'
import { activeTensor, type AppState, type OpenTensor } from '../state/AppState'
import { type AppAction } from '../state/appReducer'
import { openingView } from '../state/openingView'
import { type Openable } from './openFiles'
import { type Loader } from './useLoader'
import { hashOf } from './linkTo'
import { openableOf } from './openableOf'
import { parseHash, type PageHash } from './PageHash'
import { currentVisit, visit, type Visit } from './visits'

/**
 * Opens the tensor that the page's address names, now and whenever the reader changes the address. Once the view's
 * figure `isShown`, writes the view to the address. Returns true if the page is shown without its controls.
 */
export function useAddress(
  state: AppState,
  loader: Loader,
  dispatch: Dispatch<AppAction>,
  isShown: boolean,
): boolean {
  const [isEmbedded, setIsEmbedded] = useState(() => pageHash().isEmbedded)
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  }, [state])
  // The address is outside React's state: it is read at the start and whenever it is edited.
  useEffect(() => {
    const follow = (hash: PageHash): void => {
      const asked = openableOf(hash)
      const open = shownAt(hash, asked, latest.current)
      setIsEmbedded(hash.isEmbedded)
      if (open === undefined) loader.open([asked], 'address')
      else {
        loader.cancel('address')
        const { shown } = openingView(open.tensor, { ...hash, carriedView: open.carriedView }, {})
        dispatch({ type: 'tensor-chosen', id: open.id })
        dispatch({ type: 'view-replaced', shown })
      }
      const notices = viewNotices(hash.problems, 'The address')
      if (notices.length > 0) dispatch({ type: 'noticed', notices })
    }
    follow(pageHash())
    const revisit = (visited: Visit): void => {
      loader.cancel('address')
      dispatch({ type: 'revisited', visited })
    }
    return onAddressChange(() => latest.current, follow, revisit)
  }, [loader, dispatch])
  useWrittenView(activeTensor(state), loader, isShown, isEmbedded)
  return isEmbedded
}

/**
 * Calls `revisit` when the history leads to a view of a tensor that is open, and else `follow` soon after the address
 * changes. Returns a function that ends this.
 */
function onAddressChange(
  latest: () => AppState,
  follow: (hash: PageHash) => void,
  revisit: (visited: Visit) => void,
): () => void {
  let asked: PageHash | undefined
  let timer = 0
  // A page that embeds this one can change the address at any rate, and the view may be written to it meanwhile.
  const followSoon = (hash: PageHash): void => {
    if (asked === undefined) {
      timer = window.setTimeout(() => {
        if (asked !== undefined) follow(asked)
        asked = undefined
      }, SOON_MS)
    }
    asked = hash
  }
  // `hashchange` alone does not tell of two entries with one address.
  const change = (): void => {
    const visited = currentVisit()
    const isOpen = latest().open.some(({ id }) => id === visited?.id)
    if (visited !== undefined && isOpen) {
      clearTimeout(timer)
      asked = undefined
      // The settings that are now chosen hold for views of before too, and so the entry's own hash is old.
      revisit(visited)
      return
    }
    const hash = pageHash()
    if (visited === undefined || isNamed(hash)) followSoon(hash)
  }
  const events = ['popstate', 'hashchange'] as const
  for (const event of events) window.addEventListener(event, change)
  return () => {
    clearTimeout(timer)
    for (const event of events) window.removeEventListener(event, change)
  }
}

/** Writes the view of a tensor to the page's address once its figure is shown. */
function useWrittenView(
  open: OpenTensor | undefined,
  loader: Loader,
  isShown: boolean,
  isEmbedded: boolean,
): void {
  // The address is outside React's state.
  useEffect(() => {
    if (open === undefined || !isShown) return undefined
    let stop: (() => void) | undefined
    const cancel = afterFigure(() => {
      stop = writeSoon(
        open,
        () => hashOf(open, isEmbedded),
        () => !loader.isLoading('address'),
      )
    })
    return () => {
      cancel()
      stop?.()
    }
  }, [open, loader, isEmbedded, isShown])
}

/** Time in milliseconds between a change of the address and the moment when the page follows its latest one. */
const SOON_MS = 50

/**
 * Returns the parts of the page's hash. A page in a `srcdoc` frame has no hash, so its author may write one to the root
 * element's `data-hash`.
 */
function pageHash(): PageHash {
  return parseHash(
    location.hash === '' ? (document.documentElement.dataset['hash'] ?? '') : location.hash,
  )
}

/**
 * Returns the open tensor that an address refers to: the one that it names, or, if it names none, an active tensor that
 * no link can name. Undefined if that tensor is not open.
 */
function shownAt(hash: PageHash, { origin }: Openable, state: AppState): OpenTensor | undefined {
  const active = activeTensor(state)
  if (!isNamed(hash) && active !== undefined && active.origin === undefined) return active
  return state.open.find((each) => each.origin === origin)
}

/** Returns true if an address says which tensor it is of. */
function isNamed({ data, tensor }: Pick<PageHash, 'data' | 'tensor'>): boolean {
  return data !== undefined || tensor !== undefined
}

/**
 * Time in milliseconds for which a view must stay unchanged before it is written: browsers limit how often the address
 * changes.
 */
const STILL_MS = 300
/** Time in milliseconds after which a browser that refused a change allows more. WebKit allows 100 in 10 seconds. */
const REFUSED_MS = 10_000
/** Most attempts at a change. In a frame without an address of its own, none may succeed. */
const MAX_TRIES = 4

/**
 * Writes the view and its hash to the browser's history once the view stays unchanged, and again if the browser
 * refuses. The address is overwritten neither if it changes meanwhile nor unless it `isFree`. Returns a function that cancels it.
 */
export function writeSoon(open: OpenTensor, hash: () => string, isFree: () => boolean): () => void {
  let tryCount = 0
  const before = location.hash
  const write = (): void => {
    if (location.hash !== before || !isFree()) return
    tryCount += 1
    if (!isWritten(open, hash()) && tryCount < MAX_TRIES) timer = setTimeout(write, REFUSED_MS)
  }
  let timer = setTimeout(write, STILL_MS)
  return () => clearTimeout(timer)
}

function isWritten(open: OpenTensor, hash: string): boolean {
  const { pathname, search } = location
  try {
    visit(open, hash === '' ? pathname + search : `#${hash}`)
    return true
  } catch {
    return false
  }
}
