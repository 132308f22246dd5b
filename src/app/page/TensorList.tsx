import { useEffect, useRef, type ReactNode } from 'react'
import { visibleProse } from '../../text/visibleText'
import { tabId, tabPanelId, useTabKeys } from '../controls/useTabKeys'
import { tabName, type OpenTensor } from '../state/AppState'

interface TensorListProps {
  readonly open: readonly OpenTensor[]
  readonly activeId: number | undefined
  readonly onChoose: (id: number) => void
  readonly onClose: (id: number) => void
}

/**
 * Shows the open tensors as tabs, each with a button that closes it and frees its memory. The last tensor cannot be
 * closed. ARIA allows only tabs in a tab list, so the close buttons follow the list in the document; the style sheet
 * places each one on its tab.
 */
export function TensorList({ open, activeId, onChoose, onClose }: TensorListProps): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  const ids = open.map(({ id }) => id)
  const { stopId, close, onFocus, onBlur, onKeyDown } = useTabKeys(list, ids, activeId, onClose)
  // If the tabs do not fit, the list scrolls; the active tab must be visible.
  useEffect(() => {
    const tab = activeId === undefined ? null : document.getElementById(tabId(activeId))
    if (list.current && tab) list.current.scrollLeft += hiddenWidth(list.current, tab)
  }, [activeId])
  if (open.length === 0) return null
  const tabs = open.map((each, index) => {
    const { id } = each
    const tabIndex = id === stopId ? 0 : -1
    return { id, index, name: visibleProse(tabName(each)), tabIndex }
  })
  return (
    <div ref={list} className="tensor-list" onBlur={onBlur}>
      <div role="tablist" aria-label="Tensors">
        {tabs.map(({ id, index, name, tabIndex }) => (
          <button
            key={id}
            id={tabId(id)}
            type="button"
            role="tab"
            aria-selected={id === activeId}
            aria-controls={tabPanelId}
            {...(tabs.length > 1 && { 'aria-keyshortcuts': 'Delete' })}
            tabIndex={tabIndex}
            title={name}
            style={{ order: orderOf(id) }}
            onClick={() => onChoose(id)}
            onFocus={() => onFocus(id)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {name}
          </button>
        ))}
      </div>
      {(tabs.length > 1 ? tabs : []).map(({ id, index, name, tabIndex }) => (
        <button
          key={id}
          type="button"
          className="close-button"
          aria-label={`Close ${name}`}
          title="Close this tensor"
          tabIndex={tabIndex}
          style={{ order: orderOf(id) + 1 }}
          onClick={() => close(index)}
        >
          ×
        </button>
      ))}
    </div>
  )
}

/**
 * Returns the place of a tab in its row. Ids grow from tab to tab, so the place stays when others close: an index would
 * change the style of all tabs behind.
 */
function orderOf(id: number): number {
  return 2 * id
}

/** Returns the length in CSS pixels by which a tab reaches out of its list; negative on the left side. */
function hiddenWidth(list: Element, tab: Element): number {
  const outer = list.getBoundingClientRect()
  const inner = tab.getBoundingClientRect()
  return Math.min(0, inner.left - outer.left) + Math.max(0, inner.right - outer.right)
}
