import { useEffect } from 'react'
import { isTextField } from '../base/isTextField'

/** `?` opens the help from anywhere but a field that takes text. */
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
