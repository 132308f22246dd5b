import { type ReactNode } from 'react'
import { samples, type Sample } from './samples'
import { Menu } from '../controls/Menu'
import { MenuItem } from '../controls/MenuItem'

/** Lists the tensors that are built into the page. */
export function SamplesMenu({ onOpen }: { readonly onOpen: (sample: Sample) => void }): ReactNode {
  return (
    <Menu label="Samples" className="button is-quiet">
      <div className="menu-list">
        {samples.map((sample) => (
          <MenuItem
            key={sample.name}
            label={sample.name}
            about={sample.about}
            onChoose={() => onOpen(sample)}
          />
        ))}
      </div>
    </Menu>
  )
}
