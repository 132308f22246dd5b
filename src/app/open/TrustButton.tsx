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
 * A button that gives a page leave to do something. Whoever shows this page in a frame could cover the button, or move
 * it under the pointer in the moment of a click, so it is disabled until it has been still and in sight for half a
 * second.
 */
export function TrustButton({ onClick, children }: TrustButtonProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null)
  const [isStill, setIsStill] = useState(false)
  // The place of a button on the screen has no event.
  useEffect(() => {
    let place = ''
    let since = performance.now()
    let isSeen = true
    const observer = sightOf((seen) => (isSeen = seen))
    if (button.current !== null) observer?.observe(button.current)
    const timer = setInterval(() => {
      const { x, y } = button.current?.getBoundingClientRect() ?? {}
      const next = [x, y, window.innerWidth, window.innerHeight].join()
      if (next !== place || !isSeen || document.visibilityState === 'hidden') {
        since = performance.now()
      }
      place = next
      setIsStill(performance.now() - since >= STILL_MS)
    }, LOOK_MS)
    return () => {
      clearInterval(timer)
      observer?.disconnect()
    }
  }, [])
  return (
    <button
      ref={button}
      type="button"
      className="button is-primary"
      disabled={!isStill}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

/**
 * Returns an observer that reports whether an element is in sight. Only Chromium also reports elements that another
 * page covers, with `trackVisibility`.
 */
function sightOf(onSeen: (isSeen: boolean) => void): IntersectionObserver | undefined {
  if (typeof IntersectionObserver === 'undefined') return undefined
  const options = { threshold: 1, trackVisibility: true, delay: 100 }
  return new IntersectionObserver((entries) => {
    const last = entries.at(-1)
    if (last === undefined) return
    const isVisible: unknown = Reflect.get(last, 'isVisible')
    onSeen(last.isIntersecting && isVisible !== false)
  }, options)
}
