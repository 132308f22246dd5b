import { useCallback, useSyncExternalStore } from 'react'

/** Whether the window matches a media query now. */
export function useMediaQuery(query: string): boolean {
  // One function for as long as the query is the same, or every render of the page would listen anew.
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}
