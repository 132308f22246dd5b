import { useEffect, useState, type ReactNode } from 'react'
import {
  carriedOf,
  hasDataNote,
  type Carried,
  type ExportOptions,
  type TensorPart,
} from '../../export/ExportOptions'
import { Segmented } from '../controls/Segmented'
import { useWork } from '../derive/Work'
import { type OpenTensor } from '../state/AppState'
import { packedSize, type PackedSize } from './packedTensor'

/** Props of all choices of the exported files. */
export interface ExportChoicesProps {
  readonly open: OpenTensor
  readonly options: ExportOptions
  readonly onChange: (options: ExportOptions) => void
}

const EXTENTS: readonly (readonly [TensorPart, string])[] = [
  ['all', 'All'],
  ['visible', 'Visible'],
]

/** Chooses how much of the tensor the files contain. */
export function DataChoices({ open, options, onChange }: ExportChoicesProps): ReactNode {
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
      {carried === 'none' ? null : (
        <label className="check">
          <input
            type="checkbox"
            checked={hasDataNote(open.view, options)}
            onChange={({ target }) => choose({ hasDataNote: target.checked })}
          />
          Note “data inside” in the picture
        </label>
      )}
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
        Texts that a spreadsheet would run as formulas get a leading &apos;. SimLens removes it when
        it opens the file.
      </p>
    </>
  )
}

interface CarriedSizeProps {
  readonly open: OpenTensor
  readonly carried: Carried
}

/** Shows the number of bytes that the packed tensor adds to a figure. */
function CarriedSize({ open, carried }: CarriedSizeProps): ReactNode {
  const { jobs } = useWork()
  const [measured, setMeasured] = useState<
    CarriedSizeProps & { readonly size: PackedSize | undefined }
  >()
  // Packing runs in a worker, and takes seconds for millions of cells.
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const show = (size: PackedSize | undefined): void => {
      if (!signal.aborted) setMeasured({ open, carried, size })
    }
    packedSize({ shown: open, carried }, { jobs, signal }).then(show, () => show(undefined))
    return () => controller.abort()
  }, [open, carried, jobs])
  const isKnown = measured?.open === open && measured.carried === carried
  return <p className="export-note">{isKnown ? noteOf(carried, measured.size) : PACKING}</p>
}

const PACKING = 'Packing the tensor…'

function noteOf(carried: Carried, size: PackedSize | undefined): string {
  if (carried === 'none') return 'SimLens cannot open the file again.'
  if (size === undefined) return 'The tensor could not be packed.'
  if (size.byteCount === 0) return 'No value is visible.'
  return `Adds ${size.isAbout ? 'about ' : ''}${sizeText(size.byteCount)}. SimLens can open the file again.`
}

function sizeText(byteCount: number): string {
  return byteCount < 1e6
    ? `${Math.max(0.1, byteCount / 1000).toFixed(1)} kB`
    : `${(byteCount / 1e6).toFixed(1)} MB`
}
