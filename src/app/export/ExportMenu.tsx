import { useState, type Dispatch, type ReactNode } from 'react'
import { offeredKinds } from '../../export/exportKinds'
import { Menu, MenuItem } from '../controls/Menu'
import { PaperChoices } from '../paper/PaperChoices'
import { type AppAction } from '../state/appReducer'
import { type OpenTensor } from '../state/AppState'
import { type CopyKind } from './copyFigure'
import { ExportChoices } from './ExportChoices'
import { type Exporter } from './useExport'

interface ExportMenuProps {
  readonly open: OpenTensor | undefined
  readonly exporter: Exporter
  readonly dispatch: Dispatch<AppAction>
}

/** Saves or copies the figure. The options are shown next to the formats. */
export function ExportMenu({ open, exporter, dispatch }: ExportMenuProps): ReactNode {
  const { options, setOptions } = exporter
  return (
    <Menu label="Export" className="button is-primary" isDisabled={open === undefined}>
      <div className="export-panel">
        {open && <PaperChoices open={open} dispatch={dispatch} />}
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

interface CopyRowProps {
  /** Resolves to true if the copy was made. */
  readonly onCopy: (kind: CopyKind) => Promise<boolean>
}

/** What can be copied, with its words. */
export const copyKinds: readonly (readonly [kind: CopyKind, label: string])[] = [
  ['png', 'PNG'],
  ['svg', 'SVG'],
  ['csv', 'Table'],
  ['caption', 'Caption'],
  ['description', 'Description'],
  ['link', 'Link'],
]

/**
 * Copies the figure, its table, its caption, its description or a link to the clipboard. The menu stays open, to show the result.
 */
function CopyRow({ onCopy }: CopyRowProps): ReactNode {
  const [copied, setCopied] = useState('')
  return (
    <div className="copy-row">
      <span>Copy</span>
      {copyKinds.map(([kind, label]) => (
        <button
          key={kind}
          type="button"
          className="button"
          aria-label={
            kind === 'png' || kind === 'svg' ? `Copy ${label}` : `Copy ${label.toLowerCase()}`
          }
          onClick={() => {
            setCopied('')
            void onCopy(kind).then((isCopied) => setCopied(isCopied ? label : ''))
          }}
        >
          {label}
        </button>
      ))}
      <span role="status">{copied === '' ? '' : `${copied} copied`}</span>
    </div>
  )
}
