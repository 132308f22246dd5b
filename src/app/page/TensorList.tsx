import { useEffect, useRef, type ReactNode } from 'react'
import { visibleProse } from '../../layout/visibleText'
import { type OpenTensor } from '../state/AppState'
import { tabId, tabPanelId } from '../controls/tabIds'
import { useTabKeys } from '../controls/useTabKeys'

interface TensorListProps {
  readonly open: readonly OpenTensor[]
  readonly activeId: number | undefined
  readonly onChoose: (id: number) => void
  readonly onClose: (id: number) => void
}

/**
 * The open tensors as tabs, each with a button that closes it, which frees its memory; the last one stays. A list of
 * tabs may hold nothing else: in the document the buttons stand after it, on the page each on its tab.
 */
export function TensorList({ open, activeId, onChoose, onClose }: TensorListProps): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  const ids = open.map(({ id }) => id)
  const { stopId, close, onFocus, onBlur, onKeyDown } = useTabKeys(list, ids, activeId, onClose)
  // More tabs than fit are scrolled: the shown one comes into sight.
  useEffect(() => {
    const tab = activeId === undefined ? null : document.getElementById(tabId(activeId))
    if (list.current && tab) list.current.scrollLeft += hiddenWidth(list.current, tab)
  }, [activeId])
  if (open.length === 0) return null
  const tabs = open.map(({ id, fileName }, index) => {
    const tabIndex = id === stopId ? 0 : -1
    return { id, index, name: visibleProse(fileName), tabIndex }
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
            style={{ order: 2 * index }}
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
          style={{ order: 2 * index + 1 }}
          onClick={() => close(index)}
        >
          ×
        </button>
      ))}
    </div>
  )
}

/** How far a tab stands out of its list, in CSS pixels: below 0 to the left. */
function hiddenWidth(list: Element, tab: Element): number {
  const outer = list.getBoundingClientRect()
  const inner = tab.getBoundingClientRect()
  return Math.min(0, inner.left - outer.left) + Math.max(0, inner.right - outer.right)
}
