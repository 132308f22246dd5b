import { type ReactNode } from 'react'
import { visibleProse } from '../../layout/visibleText'
import { type OpenTensor } from '../state/appState'

interface TensorListProps {
  readonly open: readonly OpenTensor[]
  readonly activeId: number | undefined
  readonly onChoose: (id: number) => void
}

/** Up to here each open tensor has a button of its own. */
const MAX_BUTTONS = 5

/** The open tensors, to switch between. */
export function TensorList({ open, activeId, onChoose }: TensorListProps): ReactNode {
  if (open.length > MAX_BUTTONS) {
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
  return (
    <nav className="tensor-list" aria-label="Tensors">
      {open.map(({ id, fileName }) => (
        <button
          key={id}
          type="button"
          aria-current={id === activeId ? 'true' : undefined}
          title={visibleProse(fileName)}
          onClick={() => onChoose(id)}
        >
          {visibleProse(fileName)}
        </button>
      ))}
    </nav>
  )
}
