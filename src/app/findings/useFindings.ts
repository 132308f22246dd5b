import { type Finding } from '../../analysis/findings/Finding'
import { type FigureBasis } from '../../figure/figureBasis'
import { shownFindings } from '../derive/shownFindings'
import { useDerived } from '../derive/useDerived'
import { findingInput, type FindingOptions } from '../../figure/figureFindings'

/**
 * Returns the findings of the shown figure, which are made after it is on the screen; undefined until they are made.
 */
export function useFindings(
  basis: FigureBasis | undefined,
  parameters: FindingOptions,
): readonly Finding[] | undefined {
  const input = basis && { found: findingInput(basis), parameters }
  const made = useDerived(shownFindings, input, { isAfterFigure: true })
  // If only the parameters or the domain change, the previous findings stay until the new ones are made.
  return made?.input.found.statistics === input?.found.statistics ? made?.value : undefined
}
