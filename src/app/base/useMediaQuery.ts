import { useCallback, useSyncExternalStore } from 'react'

/** Returns true while the window matches a media query. */
export function useMediaQuery(query: string): boolean {
  // The function stays the same for the same query; otherwise every render would subscribe again.
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
