import { useEffect, useMemo, useState } from 'react'
import { type Finding } from '../../analysis/findings/Finding'
import { type FindingInput } from '../../analysis/findings/FindingInput'
import { findingsOf } from '../../analysis/findings/findingsOf'
import { type FigureBasis } from '../../figure/figureBasis'
import { afterFigure } from '../derive/afterFrames'
import { inSlices } from '../derive/inSlices'
import { useWork } from '../derive/Work'
import { findingInput, type FindingOptions } from '../../figure/figureFindings'

/** Findings with what they were found in. */
interface Found {
  readonly input: FindingInput
  readonly findings: readonly Finding[]
}

/** The findings of the shown figure, looked for after it is on the screen; undefined until they are known. */
export function useFindings(
  basis: FigureBasis | undefined,
  { count, band, level }: FindingOptions,
): readonly Finding[] | undefined {
  const { report } = useWork()
  const [found, setFound] = useState<Found>()
  const input = useFindingInput(basis)
  useEffect(() => {
    if (input === undefined) return undefined
    const controller = new AbortController()
    const { signal } = controller
    const cancel = afterFigure(() => {
      inSlices(findingsOf(input, { count, band, level }), signal).then(
        (findings) => {
          if (!signal.aborted) setFound({ input, findings })
        },
        (error: unknown) => {
          if (!signal.aborted) report(error)
        },
      )
    })
    return () => {
      cancel()
      controller.abort()
    }
  }, [input, count, band, level, report])
  // With other parameters or another domain the ones before stay until the new ones are there.
  return found?.input.statistics === input?.statistics ? found?.findings : undefined
}

/** The same input for as long as nothing changes that findings depend on. Statistics are those of one query. */
function useFindingInput(basis: FigureBasis | undefined): FindingInput | undefined {
  const { statistics, colorScale, counts, noise } = basis ?? {}
  return useMemo(
    () => basis && findingInput(basis),
    // oxlint-disable-next-line react/exhaustive-deps -- a basis with other colors or another axis has the same findings
    [statistics, colorScale?.low, colorScale?.high, counts?.padding, noise?.size],
  )
}
