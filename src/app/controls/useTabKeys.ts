import { useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'

interface TabKeys {
  /** Id of the tab that is in the page's Tab order: the focused one, else the active one. */
  readonly stopId: number | undefined
  /** Closes the tab at a 0-based index, unless it is the only one. */
  readonly close: (index: number) => void
  readonly onFocus: (id: number) => void
  readonly onBlur: (event: FocusEvent) => void
  readonly onKeyDown: (event: KeyboardEvent, index: number) => void
}

/**
 * Returns the keyboard handlers of a tab list. Arrows, Home and End only move the focus, since showing a large tensor
 * takes time; Delete closes a tab. `ids` are the tensors' ids in the order of the tabs in `list`.
 */
export function useTabKeys(
  list: RefObject<HTMLElement | null>,
  ids: readonly number[],
  activeId: number | undefined,
  onClose: (id: number) => void,
): TabKeys {
  const [focusedId, setFocusedId] = useState<number>()
  const focusTab = (index: number): void => {
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[index]?.focus()
  }
  const close = (index: number): void => {
    const id = ids[index]
    if (id === undefined || ids.length === 1) return
    // Otherwise the focus would be lost with the closed tab.
    focusTab(index + 1 < ids.length ? index + 1 : index - 1)
    onClose(id)
  }
  return {
    stopId: ids.find((id) => id === focusedId) ?? activeId,
    close,
    onFocus: setFocusedId,
    onBlur: ({ currentTarget, relatedTarget }) => {
      if (!currentTarget.contains(relatedTarget)) setFocusedId(undefined)
    },
    onKeyDown: (event, index) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
      const next = tabAfter(event.key, index, ids.length)
      if (next === undefined && event.key !== 'Delete') return
      event.preventDefault()
      if (next === undefined) close(index)
      else focusTab(next)
    },
  }
}

/**
 * Returns the 0-based index of the tab that a key moves to, wrapping around at the ends. Undefined for any other key.
 */
function tabAfter(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (index + 1) % count
  if (key === 'ArrowLeft') return (index + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

/** The `id` of the one panel that all tabs control. It shows one tensor at a time. */
export const tabPanelId = 'tensor-panel'

/** Returns the `id` of the tab of an open tensor. */
export function tabId(id: number): string {
  return `tensor-tab-${id}`
}

/** Returns the attributes of the panel while it shows the open tensor `id`. If `id` is undefined, returns none. */
export function tabPanel(id: number | undefined): Partial<PanelAttributes> {
  return id === undefined ? {} : { role: 'tabpanel', id: tabPanelId, 'aria-labelledby': tabId(id) }
}

interface PanelAttributes {
  readonly role: 'tabpanel'
  readonly id: string
  readonly 'aria-labelledby': string
}
