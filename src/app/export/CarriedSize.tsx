import { useEffect, useState, type ReactNode } from 'react'
import { type OpenTensor } from '../state/appState'
import { type Extent } from './ExportOptions'
import { packedTensor } from './packedTensor'

interface CarriedSizeProps {
  readonly open: OpenTensor
  readonly carried: Extent | 'none'
}

/** How many bytes the tensor adds to a figure, once it is packed. */
export function CarriedSize({ open, carried }: CarriedSizeProps): ReactNode {
  const [measured, setMeasured] = useState<CarriedSizeProps & { readonly size: number }>()
  // Packing takes a worker, and seconds for millions of cells.
  useEffect(() => {
    let isCurrent = true
    const show = (size: number): void => {
      if (isCurrent) setMeasured({ open, carried, size })
    }
    packedTensor(open, carried).then(
      ({ length }) => show(length),
      () => show(NaN),
    )
    return () => {
      isCurrent = false
    }
  }, [open, carried])
  const isKnown = measured?.open === open && measured.carried === carried
  const size = isKnown ? measured.size : undefined
  return <p className="export-note">{noteOf(carried, size)}</p>
}

function noteOf(carried: Extent | 'none', size: number | undefined): string {
  if (carried === 'none') return 'The file cannot be opened again here.'
  if (size === undefined) return 'Packing the tensor…'
  if (Number.isNaN(size)) return 'The tensor could not be packed.'
  if (size === 0) return 'No value is visible.'
  return `Adds ${sizeText(size)}. The file opens here again.`
}

function sizeText(byteCount: number): string {
  return byteCount < 1e6
    ? `${Math.max(0.1, byteCount / 1000).toFixed(1)} kB`
    : `${(byteCount / 1e6).toFixed(1)} MB`
}
