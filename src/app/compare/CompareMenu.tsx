import { type ReactNode } from 'react'
import { type ViewSettings } from '../../tensor/View'
import { Menu, MenuItem } from '../controls/Menu'
import { focusFigure } from '../figure/FigurePanel'
import { type OpenTensor } from '../state/AppState'

/** A comparison whose dialog is open. */
export interface Comparing {
  readonly kind: 'combine' | 'difference' | 'panels'
  /** Ids of the tensors whose shown query is chosen at first; default those like the active one. */
  readonly ids?: readonly number[]
}

export interface CompareMenuProps {
  readonly open: OpenTensor
  readonly onChange: (settings: ViewSettings) => void
  readonly onCompare: (comparing: Comparing) => void
}

interface CompareMenuButtonProps extends CompareMenuProps {
  /** Shows the other one of two queries in the same frame; undefined if only one query is open. */
  readonly onFlick: (() => void) | undefined
}

interface CompareItem {
  readonly label: string
  readonly about: string
  /** Whether it can be done with the open tensor; default true. */
  readonly isOffered?: (open: OpenTensor) => boolean
  readonly choose: (props: CompareMenuProps) => void
}

/** The comparisons of the menu. */
export const comparisons: readonly CompareItem[] = [
  {
    label: 'All queries',
    about: 'A panel for each, side by side, in the same colors.',
    isOffered: ({ tensor, view }) => tensor.queries.length > 1 && view.panels !== 'queries',
    choose: ({ onChange }) => onChange({ panels: 'queries' }),
  },
  {
    label: 'Queries as rows',
    about: 'All of them at one layer, with a slider through the layers.',
    isOffered: ({ tensor, view }) => tensor.queries.length > 1 && view.rows === 'layer',
    choose: ({ onChange }) => onChange({ rows: 'query' }),
  },
  {
    label: 'Choose queries…',
    about: 'A panel for each of those that you choose.',
    isOffered: ({ tensor }) => tensor.queries.length > 2,
    choose: ({ onCompare }) => onCompare({ kind: 'panels' }),
  },
  {
    label: 'This query alone',
    about: 'All layers of the query in view.',
    isOffered: ({ view }) => view.panels !== 'one' || view.rows === 'query',
    choose: ({ onChange }) => onChange({ panels: 'one', rows: 'layer' }),
  },
  {
    label: 'Combine…',
    about: 'One tensor of queries of all that is open.',
    choose: ({ onCompare }) => onCompare({ kind: 'combine' }),
  },
  {
    label: 'Difference…',
    about: 'A tensor of one query minus another.',
    choose: ({ onCompare }) => onCompare({ kind: 'difference' }),
  },
]

/** Offers the comparisons of the open tensors. */
export function CompareMenu(props: CompareMenuButtonProps): ReactNode {
  const { onFlick } = props
  const offered = comparisons.filter(({ isOffered }) => isOffered?.(props.open) ?? true)
  return (
    <Menu label="Compare">
      <div className="menu-list">
        {offered.map(({ label, about, choose }) => (
          <MenuItem key={label} {...{ label, about }} onChoose={() => choose(props)} />
        ))}
        {onFlick && (
          <MenuItem
            label="Flick"
            about="Swaps the two queries last compared or seen, in one frame. Key: X."
            onChoose={() => {
              onFlick()
              // There, the key swaps the two again.
              focusFigure({ preventScroll: true })
            }}
          />
        )}
      </div>
    </Menu>
  )
}
