import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { afterFigure } from '../derive/afterFigure'
import { focusFigure } from './FigurePanel'

/**
 * Returns a key for the figure's elements. React keeps what elements were rendered with before, and with it a closed
 * tensor, so the key changes once the figure after a close is on the screen (`isCurrent`). The focus stays.
 */
export function useFigureKey(closedCount: number, isCurrent: boolean): number {
  const [key, setKey] = useState(closedCount)
  const hadFocus = useRef(false)
  // The screen and the focus are outside React's state.
  useEffect(() => {
    if (!isCurrent || key === closedCount) return undefined
    return afterFigure(() => {
      hadFocus.current = document.activeElement?.closest('.figure-stack') instanceof Element
      setKey(closedCount)
    })
  }, [key, closedCount, isCurrent])
  useLayoutEffect(() => {
    if (hadFocus.current) focusFigure({ preventScroll: true })
    hadFocus.current = false
  })
  return key
}
