import { useEffect, useMemo, useState } from 'react'
import { type ViewSettings } from '../../tensor/View'
import { writeKept } from './keptSettings'

export interface SettingsState {
  readonly isOpen: boolean
  readonly toggle: () => void
  /** Closes the panel and moves the focus to its button. */
  readonly close: () => void
}

/** Returns the state of the settings panel, and stores the chosen settings whenever they change. */
export function useSettingsPanel(kept: ViewSettings): SettingsState {
  const [isOpen, setIsOpen] = useState(false)
  // Storage is outside React's state, so it is written in an effect.
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
