import { type ReactNode } from 'react'
import { type View, type ViewSettings } from '../../tensor/View'

interface SequenceButtonProps {
  readonly view: View
  readonly onChange: (settings: ViewSettings) => void
}

/** The settings of tokens and layers in sequence. */
export const inSequence = { order: 'position', layer_order: 'position' } as const

/** The way back from an order that is not the sequence. */
export function SequenceButton({ view, onChange }: SequenceButtonProps): ReactNode {
  if (view.order === 'position' && view.layer_order === 'position') return null
  return (
    <button type="button" className="button" onClick={() => onChange(inSequence)}>
      Sequence order
    </button>
  )
}
