/** Milliseconds for which a view stands still before it is in the address: browsers count how often it changes. */
const STILL_MS = 300
/** Milliseconds after which a browser that counted too many changes allows more; WebKit counts 100 in 10 seconds. */
const REFUSED_MS = 10_000
/** How often a change is tried. A page in a frame without an address of its own may never make it. */
const MAX_TRIES = 4

/** Writes the hash into the page's address once the view stands still, again if the browser refuses. Returns how to stop it. */
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
