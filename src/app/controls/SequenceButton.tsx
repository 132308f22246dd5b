import { type ReactNode } from 'react'
import { type View, type ViewSettings } from '../../tensor/View'

interface SequenceButtonProps {
  readonly view: View
  readonly onChange: (settings: ViewSettings) => void
}

/** Settings that show tokens and layers in sequence order. */
export const inSequence = { order: 'position', layer_order: 'position' } as const

/** Restores the sequence order. Shown only if the view has another order. */
export function SequenceButton({ view, onChange }: SequenceButtonProps): ReactNode {
  if (view.order === 'position' && view.layer_order === 'position') return null
  return (
    <button type="button" className="button" onClick={() => onChange(inSequence)}>
      Sequence order
    </button>
  )
}
