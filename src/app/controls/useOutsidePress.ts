import { useEffect, type RefObject } from 'react'

/** If `isWatching`, calls `onPress` whenever the pointer is pressed outside the element. */
export function useOutsidePress(
  element: RefObject<HTMLElement | null>,
  isWatching: boolean,
  onPress: () => void,
): void {
  // Presses outside the element reach only the document.
  useEffect(() => {
    if (!isWatching) return undefined
    const onPointerDown = ({ target }: Event): void => {
      if (!(target instanceof Node && element.current?.contains(target) === true)) onPress()
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [element, isWatching, onPress])
}
