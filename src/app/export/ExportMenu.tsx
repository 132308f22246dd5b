import { useState, type ReactNode } from 'react'
import { type FileKind } from '../../export/fileName'
import { Menu } from '../controls/Menu'
import { MenuItem } from '../controls/MenuItem'
import { type OpenTensor } from '../state/appState'
import { CopyRow } from './CopyRow'
import { ExportChoices } from './ExportChoices'
import { defaultExportOptions } from '../../export/ExportOptions'
import { type Exporter } from './useExport'

interface ExportMenuProps {
  readonly open: OpenTensor | undefined
  readonly exporter: Exporter
}

const FILES: readonly (readonly [kind: FileKind, label: string, about: string])[] = [
  ['svg', 'SVG', 'Vector picture'],
  ['png', 'PNG', 'Picture in pixels'],
  ['html', 'HTML', 'Page with the tensor in it'],
  ['json', 'JSON', 'The whole tensor, exact'],
  ['csv', 'CSV', 'Table of the values, exact'],
  ['profiles', 'Profiles', 'Table of what stands beside the cells'],
  ['description', 'Save description', 'The figure in words'],
]

/** Saves or copies the figure with the options shown beside the formats. */
export function ExportMenu({ open, exporter }: ExportMenuProps): ReactNode {
  const [options, setOptions] = useState(defaultExportOptions)
  const hasProfiles = open?.view.profiles === true
  return (
    <Menu label="Export" className="button is-primary" isDisabled={open === undefined}>
      <div className="export-panel">
        <div className="menu-list">
          {FILES.filter(([kind]) => kind !== 'profiles' || hasProfiles).map(
            ([kind, label, about]) => (
              <MenuItem
                key={kind}
                label={label}
                about={about}
                onChoose={() => void exporter.save(kind, options)}
              />
            ),
          )}
        </div>
        {open && <ExportChoices open={open} options={options} onChange={setOptions} />}
        <CopyRow onCopy={(kind) => exporter.copy(kind, options)} />
      </div>
    </Menu>
  )
}
