import { useEffect, useMemo, useState } from 'react'
import { type Spread } from '../../analysis/Spread'
import { type FigureBasis } from '../../figure/figureBasis'
import { afterFigure } from '../derive/afterFrames'
import { useWork } from '../derive/Work'
import { spreadSoon } from '../figure/spreadSoon'

/** How the values are spread that a figure's colors go by; while many are counted, the spread before. */
export function useSpread(basis: FigureBasis): Spread | undefined {
  const { displayed, windows, view } = basis
  const shownWindows = view.scope === 'view' ? windows : undefined
  const { jobs, report } = useWork()
  const [late, setLate] = useState<Spread>()
  // oxlint-disable-next-line react/exhaustive-deps -- the basis changes with every color, its values with these only
  const input = useMemo(() => basis, [displayed, view.query, view.scope, shownWindows])
  // Many values are counted in a worker, and few ones after the figure too.
  useEffect(() => {
    if (input.spread !== undefined) return undefined
    const controller = new AbortController()
    const { signal } = controller
    const cancel = afterFigure(() => {
      spreadSoon(input, { jobs, signal }).then(setLate, (error: unknown) => {
        if (!signal.aborted) report(error)
      })
    })
    return () => {
      cancel()
      controller.abort()
    }
  }, [input, jobs, report])
  return input.spread ?? late
}
