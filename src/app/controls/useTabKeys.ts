import { useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'

interface TabKeys {
  /** The tab at which Tab stops: the one with the focus, or the active one. */
  readonly stopId: number | undefined
  /** Closes the tab at an index, unless it is the only one. */
  readonly close: (index: number) => void
  readonly onFocus: (id: number) => void
  readonly onBlur: (event: FocusEvent) => void
  readonly onKeyDown: (event: KeyboardEvent, index: number) => void
}

/**
 * The keys of a list of tabs: arrows, Home and End move the focus and show nothing yet, since a large tensor takes its
 * time; Delete closes. `ids` are those of the tabs in `list`, in order.
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
    // The focus would go with the tab that it is on.
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

/** The index of the tab that a key leads to, round the ends; undefined if it leads to none. */
function tabAfter(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (index + 1) % count
  if (key === 'ArrowLeft') return (index + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
