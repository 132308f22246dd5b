import { useEffect, useState, type ReactNode } from 'react'
import { useWork } from '../derive/Work'
import { type OpenTensor } from '../state/AppState'
import { type Extent } from '../../export/ExportOptions'
import { carriedSize, type CarriedSize as Size } from './packedTensor'

interface CarriedSizeProps {
  readonly open: OpenTensor
  readonly carried: Extent | 'none'
}

/** Shows the number of bytes that the packed tensor adds to a figure. */
export function CarriedSize({ open, carried }: CarriedSizeProps): ReactNode {
  const { jobs } = useWork()
  const [measured, setMeasured] = useState<CarriedSizeProps & { readonly size: Size | undefined }>()
  // Packing runs in a worker, and takes seconds for millions of cells.
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const show = (size: Size | undefined): void => {
      if (!signal.aborted) setMeasured({ open, carried, size })
    }
    carriedSize({ shown: open, carried }, { jobs, signal }).then(show, () => show(undefined))
    return () => controller.abort()
  }, [open, carried, jobs])
  const isKnown = measured?.open === open && measured.carried === carried
  return <p className="export-note">{isKnown ? noteOf(carried, measured.size) : PACKING}</p>
}

const PACKING = 'Packing the tensor…'

function noteOf(carried: Extent | 'none', size: Size | undefined): string {
  if (carried === 'none') return 'The file cannot be opened again here.'
  if (size === undefined) return 'The tensor could not be packed.'
  if (size.byteCount === 0) return 'No value is visible.'
  return `Adds ${size.isAbout ? 'about ' : ''}${sizeText(size.byteCount)}. The file opens here again.`
}

function sizeText(byteCount: number): string {
  return byteCount < 1e6
    ? `${Math.max(0.1, byteCount / 1000).toFixed(1)} kB`
    : `${(byteCount / 1e6).toFixed(1)} MB`
}
