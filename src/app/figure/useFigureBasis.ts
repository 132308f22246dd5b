import { useEffect, useMemo, useState } from 'react'
import { figureBasis, type FigureBasis, type FigureInput } from '../../figure/figureBasis'
import { type OpenTensor } from '../state/appState'
import { displayName } from '../state/displayName'
import { displayedNow, displayedSoon } from './displayedSoon'
import { ordersNow, ordersSoon } from './ordersSoon'
import { profilesNow, profilesSoon } from './profilesSoon'

/**
 * The basis of the open tensor's figure; the one before until it is made. The pinned cell and the zoom are not in it:
 * they must not cost a pass over the cells.
 */
export function useFigureBasis(open: OpenTensor | undefined): FigureBasis | undefined {
  const { cell: _cell, x: _x, ...view } = open?.view ?? {}
  const settings = JSON.stringify(view)
  const [last, setLast] = useState<FigureBasis>()
  // oxlint-disable-next-line react/exhaustive-deps -- the settings stand for `open.view`, which changes with the pinned cell too
  const still = useMemo(() => open && withoutCell(open), [open?.tensor, settings])
  const now = useMemo(() => {
    const displayed = still && displayedNow(still, still.view)
    const orders = still && displayed && ordersNow(displayed, still.view)
    const profiles = still && displayed && profilesNow(displayed, still.view)
    return (
      still && displayed && orders && profiles && basisOf(still, { displayed, orders, ...profiles })
    )
  }, [still])
  // Many cells are transformed in a worker.
  useEffect(() => {
    if (still === undefined || now !== undefined) return undefined
    const controller = new AbortController()
    basisSoon(still, controller.signal).then(setLast, () => undefined)
    return () => controller.abort()
  }, [still, now])
  if (now !== undefined && last !== now) setLast(now)
  return now ?? last
}

/** The basis of an open tensor's figure. Rejects for a query that it does not have. */
export async function basisSoon(open: OpenTensor, signal?: AbortSignal): Promise<FigureBasis> {
  const displayed = await displayedSoon(open, open.view, signal)
  const orders = await ordersSoon(displayed, open.view, signal)
  return basisOf(open, {
    displayed,
    orders,
    ...(await profilesSoon(displayed, open.view, signal)),
  })
}

function basisOf(
  { tensor, view, fileName }: OpenTensor,
  made: Pick<FigureInput, 'displayed' | 'orders' | 'profiles'>,
): FigureBasis {
  return figureBasis({ tensor, view, ...made, name: displayName(fileName) })
}

function withoutCell(open: OpenTensor): OpenTensor {
  const { cell: _cell, x: _x, ...view } = open.view
  return { ...open, view }
}
