import { useState, type ReactNode } from 'react'
import {
  defaultExportOptions,
  type Background,
  type ExportKind,
  type ExportOptions,
} from '../state/exportFigure'
import { DescriptionItems } from './DescriptionItems'
import { Menu } from './Menu'
import { MenuItem } from './MenuItem'
import { Segmented } from './Segmented'

interface ExportMenuProps {
  readonly isDisabled: boolean
  /** Whether the figure shows a part of its columns. */
  readonly isZoomed: boolean
  /** Whether a cell is pinned and can be marked in the files. */
  readonly hasPinned: boolean
  readonly onExport: (kind: ExportKind, options: ExportOptions) => Promise<boolean>
}

const BACKGROUNDS: readonly (readonly [Background, string])[] = [
  ['white', 'White'],
  ['dark', 'Dark'],
  ['transparent', 'None'],
]

/** Saves the figure with the options shown beside the formats. */
export function ExportMenu({
  isDisabled,
  isZoomed,
  hasPinned,
  onExport,
}: ExportMenuProps): ReactNode {
  const [options, setOptions] = useState(defaultExportOptions)
  return (
    <Menu label="Export" className="button is-primary" isDisabled={isDisabled}>
      <div className="export-panel">
        <div className="menu-list">
          <MenuItem
            label="SVG"
            about="Vector, every cell a shape"
            onChoose={() => void onExport('svg', options)}
          />
          <MenuItem
            label="PNG"
            about="Picture, at the scale below"
            onChoose={() => void onExport('png', options)}
          />
          <MenuItem
            label="JSON"
            about="The whole tensor, exact"
            onChoose={() => void onExport('json', options)}
          />
          <DescriptionItems onExport={(kind) => onExport(kind, options)} />
        </div>
        <ExportChoices {...{ options, isZoomed, hasPinned }} onChange={setOptions} />
      </div>
    </Menu>
  )
}

interface ExportChoicesProps {
  readonly options: ExportOptions
  readonly isZoomed: boolean
  readonly hasPinned: boolean
  readonly onChange: (options: ExportOptions) => void
}

/** How the files are made. */
function ExportChoices(props: ExportChoicesProps): ReactNode {
  const { options, isZoomed, hasPinned, onChange } = props
  return (
    <div className="export-options">
      <Segmented
        legend="Background"
        value={options.background}
        options={BACKGROUNDS}
        onChange={(background) => onChange({ ...options, background })}
      />
      <Segmented
        legend="PNG scale"
        value={options.scale}
        options={[
          ['1', '1×'],
          ['2', '2×'],
          ['3', '3×'],
          ['4', '4×'],
        ]}
        onChange={(scale) => onChange({ ...options, scale })}
      />
      {isZoomed ? (
        <Segmented
          legend="Columns"
          value={options.part}
          options={[
            ['visible', 'Visible'],
            ['whole', 'All'],
          ]}
          onChange={(part) => onChange({ ...options, part })}
        />
      ) : null}
      {hasPinned ? (
        <label className="check">
          <input
            type="checkbox"
            checked={options.hasMark}
            onChange={({ target }) => onChange({ ...options, hasMark: target.checked })}
          />
          Mark the pinned cell
        </label>
      ) : null}
    </div>
  )
}
