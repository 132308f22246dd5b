import { useEffect, useMemo, useState } from 'react'
import { type Spread } from '../../analysis/Spread'
import { type FigureBasis } from '../../figure/figureBasis'
import { scopeSpread, scopeValues } from '../../figure/figureScale'
import { MAX_CELLS_AT_ONCE } from '../figure/displayedSoon'
import { spreadSoon } from '../figure/spreadSoon'

/** How the values are spread that a figure's colors go by; while many are counted, the spread before. */
export function useSpread(basis: FigureBasis): Spread | undefined {
  const { displayed, windows, view } = basis
  const shownWindows = view.scope === 'view' ? windows : undefined
  const [late, setLate] = useState<Spread>()
  // oxlint-disable-next-line react/exhaustive-deps -- the basis changes with every color, its values with these only
  const input = useMemo(() => basis, [displayed, view.query, view.scope, shownWindows])
  const now = useMemo(() => {
    if (input.spread !== undefined) return input.spread
    return scopeValues(input).cellCount > MAX_CELLS_AT_ONCE ? undefined : scopeSpread(input)
  }, [input])
  // Many values are counted in a worker.
  useEffect(() => {
    if (now !== undefined) return undefined
    const controller = new AbortController()
    spreadSoon(input, controller.signal).then(setLate, () => undefined)
    return () => controller.abort()
  }, [input, now])
  return now ?? late
}
