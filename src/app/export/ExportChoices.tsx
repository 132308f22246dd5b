import { type ReactNode } from 'react'
import { Segmented } from '../controls/Segmented'
import { isZoomed } from '../../tensor/Windows'
import { type OpenTensor } from '../state/AppState'
import { CarriedSize } from './CarriedSize'
import {
  carriedOf,
  type Background,
  type ExportOptions,
  type Extent,
} from '../../export/ExportOptions'

interface ExportChoicesProps {
  readonly open: OpenTensor
  readonly options: ExportOptions
  readonly onChange: (options: ExportOptions) => void
}

const BACKGROUNDS: readonly (readonly [Background, string])[] = [
  ['white', 'White'],
  ['dark', 'Dark'],
  ['transparent', 'None'],
]

const EXTENTS: readonly (readonly [Extent, string])[] = [
  ['all', 'All'],
  ['visible', 'Visible'],
]

/** Chooses the options of the exported files. */
export function ExportChoices({ open, options, onChange }: ExportChoicesProps): ReactNode {
  const choose = (choice: Partial<ExportOptions>): void => onChange({ ...options, ...choice })
  return (
    <div className="export-options">
      <Segmented
        legend="Background"
        value={options.background}
        options={BACKGROUNDS}
        onChange={(background) => choose({ background })}
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
        onChange={(scale) => choose({ scale })}
      />
      {isZoomed(open.windows) ? (
        <Segmented
          legend="Columns"
          value={options.part}
          options={[
            ['visible', 'Visible'],
            ['whole', 'All'],
          ]}
          onChange={(part) => choose({ part })}
        />
      ) : null}
      <DataChoices {...{ open, options, onChange }} />
      {open.cell ? (
        <label className="check">
          <input
            type="checkbox"
            checked={options.hasMark}
            onChange={({ target }) => choose({ hasMark: target.checked })}
          />
          Mark the pinned cell
        </label>
      ) : null}
    </div>
  )
}

/** Chooses how much of the tensor the files contain. */
function DataChoices({ open, options, onChange }: ExportChoicesProps): ReactNode {
  const choose = (choice: Partial<ExportOptions>): void => onChange({ ...options, ...choice })
  const carried = carriedOf(open, options)
  return (
    <>
      <Segmented
        legend="Data in the figure"
        value={carried}
        options={[...EXTENTS, ['none', 'None']]}
        onChange={(value) => choose({ carried: value })}
      />
      <CarriedSize open={open} carried={carried} />
      <Segmented
        legend="CSV form"
        value={options.table}
        options={[
          ['tidy', 'Tidy'],
          ['matrix', 'Matrix'],
        ]}
        onChange={(table) => choose({ table })}
      />
      <Segmented
        legend="CSV values"
        value={options.rows}
        options={EXTENTS}
        onChange={(rows) => choose({ rows })}
      />
      <p className="export-note">
        What a spreadsheet would run as a formula gets an &apos; before it, which is taken off when
        the file is opened here.
      </p>
    </>
  )
}
