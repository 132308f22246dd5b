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
 * Writes the hash to the page's address once the view stays unchanged, and again if the browser refuses. Returns a
 * function that cancels it.
 */
export function writeSoon(hash: () => string): () => void {
  let tryCount = 0
  const write = (): void => {
    tryCount += 1
    if (!isWritten(hash()) && tryCount < MAX_TRIES) timer = setTimeout(write, REFUSED_MS)
  }
  let timer = setTimeout(write, STILL_MS)
  return () => clearTimeout(timer)
}

function isWritten(hash: string): boolean {
  const { pathname, search } = location
  try {
    history.replaceState(history.state, '', hash === '' ? pathname + search : `#${hash}`)
    return true
  } catch {
    return false
  }
}
