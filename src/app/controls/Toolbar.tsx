import { type ReactNode } from 'react'
import { type ViewSettings } from '../../tensor/View'
import { type OpenTensor } from '../state/appState'
import { QueryPicker } from './QueryPicker'
import { Segmented } from './Segmented'

interface ToolbarProps {
  readonly open: OpenTensor
  readonly onChange: (settings: ViewSettings) => void
}

/** What of the tensor is shown, and which way. */
export function Toolbar({ open, onChange }: ToolbarProps): ReactNode {
  const { tensor, view } = open
  return (
    <section className="toolbar" aria-label="View">
      <QueryPicker
        tensor={tensor}
        queryIndex={view.query}
        onChange={(query) => onChange({ query })}
      />
      <Segmented
        legend="Tokens by"
        value={view.axis}
        options={[
          ['distance', 'Distance'],
          ['position', 'Position'],
        ]}
        onChange={(axis) => onChange({ axis })}
      />
      <Segmented
        legend="Layers"
        value={view.layers}
        options={[
          ['up', '0 at bottom'],
          ['down', '0 at top'],
        ]}
        onChange={(layers) => onChange({ layers })}
      />
      {tensor.queries.length < 2 ? null : (
        <Segmented
          legend="Pad to"
          value={view.width}
          options={[
            ['query', 'This query'],
            ['all', 'All queries'],
          ]}
          onChange={(width) => onChange({ width })}
        />
      )}
    </section>
  )
}
