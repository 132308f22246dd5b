import { useEffect, useMemo, useState } from 'react'
import { type FigureBasis } from '../../figure/figureBasis'
import { type OpenTensor } from '../state/appState'
import { useWork } from '../derive/Work'
import { basisNow, basisSoon } from './basisSoon'

/**
 * The basis of the open tensor's figure; the one before until it is made. The pinned cell is not in it, nor the zoom where
 * the colors do not go by it: they must not cost a pass over the cells.
 */
export function useFigureBasis(open: OpenTensor | undefined): FigureBasis | undefined {
  const settings = JSON.stringify(open?.view)
  const windows = open?.view.scope === 'view' ? open.windows : undefined
  const { jobs, report } = useWork()
  const [last, setLast] = useState<FigureBasis>()
  // oxlint-disable-next-line react/exhaustive-deps -- a basis is made of these; `open` changes with every zoom and pinned cell
  const still = useMemo(() => open, [open?.tensor, settings, windows])
  const now = useMemo(() => still && basisNow(still), [still])
  // Passes over many cells are made elsewhere.
  useEffect(() => {
    if (still === undefined || now !== undefined) return undefined
    const controller = new AbortController()
    const { signal } = controller
    basisSoon(still, { jobs, signal }).then(setLast, (error: unknown) => {
      if (!signal.aborted) report(error)
    })
    return () => controller.abort()
  }, [still, now, jobs, report])
  if (now !== undefined && last !== now) setLast(now)
  return now ?? last
}
