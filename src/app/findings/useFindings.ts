import { type Finding } from '../../analysis/findings/Finding'
import { type FigureBasis } from '../../figure/figureBasis'
import { shownFindings } from '../derive/shownFindings'
import { useDerived } from '../derive/useDerived'
import { findingInput, type FindingOptions } from '../../figure/figureFindings'

/** The findings of the shown figure, looked for after it is on the screen; undefined until they are known. */
export function useFindings(
  basis: FigureBasis | undefined,
  parameters: FindingOptions,
): readonly Finding[] | undefined {
  const input = basis && { found: findingInput(basis), parameters }
  const made = useDerived(shownFindings, input, { isAfterFigure: true })
  // With other parameters or another domain the ones before stay until the new ones are there.
  return made?.input.found.statistics === input?.found.statistics ? made?.value : undefined
}
