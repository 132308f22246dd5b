import { useEffect, useMemo, useState } from 'react'
import { type ViewSettings } from '../../tensor/View'
import { writeKept } from './keptSettings'

export interface SettingsState {
  readonly isOpen: boolean
  readonly toggle: () => void
  /** Closes the panel and gives the focus back to its button. */
  readonly close: () => void
}

/** Whether the panel is open; what is chosen in it, or anywhere, is kept. */
export function useSettingsPanel(kept: ViewSettings): SettingsState {
  const [isOpen, setIsOpen] = useState(false)
  // Storage is outside React.
  useEffect(() => writeKept(kept), [kept])
  return useMemo(
    () => ({
      isOpen,
      toggle: () => setIsOpen((was) => !was),
      close: () => {
        setIsOpen(false)
        document.querySelector<HTMLElement>('.settings-button')?.focus()
      },
    }),
    [isOpen],
  )
}
