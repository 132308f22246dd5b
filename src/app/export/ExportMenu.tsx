import { useState, type ReactNode } from 'react'
import { offeredKinds } from '../../export/exportKinds'
import { Menu } from '../controls/Menu'
import { MenuItem } from '../controls/MenuItem'
import { type OpenTensor } from '../state/AppState'
import { CopyRow } from './CopyRow'
import { ExportChoices } from './ExportChoices'
import { defaultExportOptions } from '../../export/ExportOptions'
import { type Exporter } from './useExport'

interface ExportMenuProps {
  readonly open: OpenTensor | undefined
  readonly exporter: Exporter
}

/** Saves or copies the figure. The options are shown next to the formats. */
export function ExportMenu({ open, exporter }: ExportMenuProps): ReactNode {
  const [options, setOptions] = useState(defaultExportOptions)
  return (
    <Menu label="Export" className="button is-primary" isDisabled={open === undefined}>
      <div className="export-panel">
        <div className="menu-list">
          {open &&
            offeredKinds(open.view).map((kind) => (
              <MenuItem
                key={kind.label}
                label={kind.label}
                about={kind.about}
                onChoose={() => void exporter.save(kind, options)}
              />
            ))}
        </div>
        {open && <ExportChoices open={open} options={options} onChange={setOptions} />}
        <CopyRow onCopy={(kind) => exporter.copy(kind, options)} />
      </div>
    </Menu>
  )
}
