import { type ReactNode } from 'react'
import { visibleProse } from '../../layout/visibleText'
import { focusFigure } from '../figure/focusFigure'
import { type OpenTensor } from '../state/appState'

interface TensorListProps {
  readonly open: readonly OpenTensor[]
  readonly activeId: number | undefined
  readonly onChoose: (id: number) => void
  readonly onClose: (id: number) => void
}

/** Up to here each open tensor has a button of its own. */
const MAX_BUTTONS = 5

/** The open tensors, to switch between; the shown one can be closed, which frees its memory. */
export function TensorList({ open, activeId, onChoose, onClose }: TensorListProps): ReactNode {
  const active = open.find(({ id }) => id === activeId)
  return (
    <nav className="tensor-list" aria-label="Tensors">
      {open.length > MAX_BUTTONS ? (
        <TensorSelect open={open} activeId={activeId} onChoose={onChoose} />
      ) : (
        open.map(({ id, fileName }) => (
          <button
            key={id}
            type="button"
            aria-current={id === activeId ? 'true' : undefined}
            title={visibleProse(fileName)}
            onClick={() => onChoose(id)}
          >
            {visibleProse(fileName)}
          </button>
        ))
      )}
      {active === undefined || open.length < 2 ? null : (
        <button
          type="button"
          className="close-button"
          aria-label={`Close ${visibleProse(active.fileName)}`}
          title="Close this tensor"
          onClick={() => {
            onClose(active.id)
            focusFigure({ preventScroll: true })
          }}
        >
          ×
        </button>
      )}
    </nav>
  )
}

function TensorSelect({ open, activeId, onChoose }: Omit<TensorListProps, 'onClose'>): ReactNode {
  return (
    <select
      className="tensor-select"
      aria-label="Tensors"
      value={activeId}
      onChange={(event) => onChoose(Number(event.target.value))}
    >
      {open.map(({ id, fileName }) => (
        <option key={id} value={id}>
          {visibleProse(fileName)}
        </option>
      ))}
    </select>
  )
}
