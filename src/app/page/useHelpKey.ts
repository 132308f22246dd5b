import { useEffect } from 'react'
import { isTextField } from '../base/isTextField'

/** Opens the help when `?` is pressed anywhere outside a text field. */
export function useHelpKey(setIsOpen: (isOpen: boolean) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTextField(event.target)) return
      setIsOpen(true)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [setIsOpen])
}
