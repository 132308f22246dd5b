import { useEffect, type RefObject } from 'react'

/** Calls `onPress` when the pointer goes down anywhere but in the element, while `isWatching`. */
export function useOutsidePress(
  element: RefObject<HTMLElement | null>,
  isWatching: boolean,
  onPress: () => void,
): void {
  // The document sees the presses that the element does not.
  useEffect(() => {
    if (!isWatching) return undefined
    const onPointerDown = ({ target }: Event): void => {
      if (!(target instanceof Node && element.current?.contains(target) === true)) onPress()
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [element, isWatching, onPress])
}
