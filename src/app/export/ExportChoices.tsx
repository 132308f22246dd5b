import { Fragment, useEffect, useState, type ReactNode } from 'react'
import { carriedOf, type Carried, type ExportOptions } from '../../export/ExportOptions'
import { Segmented } from '../controls/Segmented'
import { useWork } from '../derive/Work'
import { type OpenTensor } from '../state/AppState'
import { CARRIED, fileChoices, type FileChoice } from './fileChoices'
import { packedSize, type PackedSize } from './packedTensor'

interface ExportChoicesProps {
  readonly open: OpenTensor
  readonly options: ExportOptions
  readonly onChange: (options: ExportOptions) => void
}

/** Chooses the options of the exported files. */
export function ExportChoices({ open, options, onChange }: ExportChoicesProps): ReactNode {
  return (
    <div className="export-options">
      {fileChoices(open, options).map((choice) => (
        <Fragment key={choice.name}>
          <Choice choice={choice} onChange={onChange} />
          {choice.name === CARRIED ? (
            <CarriedSize open={open} carried={carriedOf(open, options)} />
          ) : null}
        </Fragment>
      ))}
      <p className="export-note">
        Texts that a spreadsheet would run as formulas get a leading &apos;. SimLens removes it when
        it opens the file.
      </p>
    </div>
  )
}

interface ChoiceProps extends Pick<ExportChoicesProps, 'onChange'> {
  readonly choice: FileChoice
}

function Choice({ choice: { name, isCheck, options }, onChange }: ChoiceProps): ReactNode {
  const choose = (label: string): void => {
    const option = options.find((each) => each.label === label)
    if (option !== undefined) onChange(option.chosen)
  }
  const { label: value = '' } = options.find(({ isChosen }) => isChosen) ?? {}
  return isCheck ? (
    <label className="check">
      <input
        type="checkbox"
        checked={value === 'on'}
        onChange={({ target }) => choose(target.checked ? 'on' : 'off')}
      />
      {name}
    </label>
  ) : (
    <Segmented
      legend={name}
      value={value}
      options={options.map(({ label }) => [label, label])}
      onChange={choose}
    />
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
