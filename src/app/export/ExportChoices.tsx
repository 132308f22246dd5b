import { type ReactNode } from 'react'
import { type Background, type ExportOptions } from '../../export/ExportOptions'
import { paperOf } from '../../layout/paper'
import { isZoomed } from '../../tensor/Windows'
import { Segmented } from '../controls/Segmented'
import { DataChoices, type ExportChoicesProps } from './DataChoices'

const BACKGROUNDS: readonly (readonly [Background, string])[] = [
  ['white', 'White'],
  ['dark', 'Dark'],
  ['transparent', 'None'],
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
      {paperOf(open.view) === undefined ? (
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
      ) : null}
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
