import { useEffect, useRef, useState, type ReactNode } from 'react'

interface TrustButtonProps {
  readonly onClick: () => void
  readonly children: string
}

/** Time in milliseconds for which the button must stay in sight and in its place before it can be pressed. */
const STILL_MS = 500

/** Time in milliseconds between two looks at the button's place. */
const LOOK_MS = 50

/**
 * A button that gives a page leave to do something. Whoever shows this page in a frame or a window could cover the
 * button, move it under the pointer, or bring it up in the moment of a click or of a key, so it is disabled until
 * nothing of the kind has happened for half a second.
 */
export function TrustButton({ onClick, children }: TrustButtonProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null)
  const isStillNow = useRef((): boolean => false)
  const [isStill, setIsStill] = useState(false)
  // The place of a button on the screen has no event.
  useEffect(() => {
    if (button.current === null) return undefined
    const ending = new AbortController()
    isStillNow.current = watchStillness(button.current, ending.signal)
    const timer = setInterval(() => setIsStill(isStillNow.current()), LOOK_MS)
    return () => {
      clearInterval(timer)
      ending.abort()
    }
  }, [])
  return (
    <button
      ref={button}
      type="button"
      className="button is-primary"
      disabled={!isStill}
      onClick={() => {
        if (isStillNow.current()) onClick()
      }}
    >
      {children}
    </button>
  )
}

/** Returns a function that returns whether an element has been still for `STILL_MS`. */
function watchStillness(element: Element, signal: AbortSignal): () => boolean {
  let since = performance.now()
  const restart = (): void => {
    since = performance.now()
  }
  let isSeen = true
  const takeSight = (entries: readonly IntersectionObserverEntry[]): void => {
    const last = entries.at(-1)
    if (last !== undefined) isSeen = isInSight(last)
  }
  // Only Chromium also reports elements that another page covers, with `trackVisibility`.
  const options = { threshold: 1, trackVisibility: true, delay: 100 }
  const observer = new IntersectionObserver(takeSight, options)
  observer.observe(element)
  signal.addEventListener('abort', () => observer.disconnect())
  watchWindow(restart, signal)
  let place = ''
  return () => {
    takeSight(observer.takeRecords())
    const { x, y } = element.getBoundingClientRect()
    const next = [x, y, window.innerWidth, window.innerHeight].join()
    if (next !== place || !isSeen) restart()
    place = next
    return performance.now() - since >= STILL_MS
  }
}

function isInSight(entry: IntersectionObserverEntry): boolean {
  const isVisible: unknown = Reflect.get(entry, 'isVisible')
  return entry.isIntersecting && isVisible !== false
}

/**
 * Calls `restart` when the window comes into sight or gets the focus, when the mouse comes into a frame, and when the
 * frame moves under the mouse. The window's place on the screen can be read in no other way.
 */
function watchWindow(restart: () => void, signal: AbortSignal): void {
  let last: PointerEvent | undefined
  const follow = (event: PointerEvent): void => {
    if (last !== undefined && hasMovedUnder(last, event)) restart()
    last = event
  }
  const whileWatching = { signal, capture: true }
  window.addEventListener('pointermove', follow, whileWatching)
  window.addEventListener('pointerdown', follow, whileWatching)
  document.addEventListener('visibilitychange', restart, whileWatching)
  window.addEventListener(
    'focus',
    ({ target, currentTarget, timeStamp }) => {
      // The focus that a frame gets by a press in it comes after the press.
      const isOfPress = last?.type === 'pointerdown' && timeStamp - last.timeStamp < LOOK_MS
      if (target === currentTarget && !isOfPress) restart()
    },
    whileWatching,
  )
  document.documentElement.addEventListener(
    'pointerenter',
    ({ pointerType, target, currentTarget }) => {
      const isOfFrame = target === currentTarget && window.parent !== window
      if (isOfFrame && pointerType === 'mouse') restart()
    },
    { signal },
  )
}

/** Whether a pointer has the same place on the screen as before, but another one in the page. */
function hasMovedUnder(before: PointerEvent, now: PointerEvent): boolean {
  const isSamePlace = before.screenX === now.screenX && before.screenY === now.screenY
  return (
    isSamePlace && Math.hypot(before.clientX - now.clientX, before.clientY - now.clientY) > MOVED
  )
}

/** Largest distance in CSS pixels that rounding alone makes. */
const MOVED = 2
