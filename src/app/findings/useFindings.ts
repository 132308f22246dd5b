import { useEffect, useMemo, useState } from 'react'
import { type Finding } from '../../analysis/findings/Finding'
import { type FigureBasis } from '../../figure/figureBasis'
import { type FigureModel } from '../../figure/figureModel'
import { createStore, type Store } from '../base/Store'
import {
  defaultFindingOptions,
  describeFigure,
  findingInput,
  type FindingOptions,
} from '../../figure/describeFigure'
import { afterFigure } from '../derive/afterFigure'
import { shownFindings } from '../derive/shownFindings'
import { useDerived } from '../derive/useDerived'

/** The findings of the shown figure, their parameters and their marks. */
export interface FindingsState {
  /** Undefined until the findings are made. */
  readonly list: readonly Finding[] | undefined
  readonly options: FindingOptions
  readonly setOptions: (options: FindingOptions) => void
  /** The finding whose cells are outlined in the figure. */
  readonly marks: Store<Finding | undefined>
  /** The long description of the shown figure; undefined until it is made. */
  readonly description: Store<string | undefined>
}

/** Returns the findings of the shown figure. */
export function useFindings(model: FigureModel | undefined): FindingsState {
  const whole = model?.current.basis
  // Findings are about the layers of one query.
  const shown = whole?.tensor.atLayer ? undefined : whole
  // The findings do not depend on the zoom.
  const basis = shown?.given ?? shown
  const [options, setOptions] = useState(defaultFindingOptions)
  const [marks] = useState(() => createStore<Finding | undefined>(undefined))
  const [description] = useState(() => createStore<string | undefined>(undefined))
  const list = useMadeFindings(basis, options)
  const { isExact } = options
  // The description is inside the figure, which must not be rendered again for it.
  useEffect(() => {
    // Findings are those of one query; panels have a description of their own.
    if (model === undefined || list === undefined || model.plots.length > 1) {
      description.set(undefined)
      return undefined
    }
    const { current, windows } = model
    // While the figure moves, the text would be made again in every frame.
    return afterFigure(() => {
      description.set(describeFigure(current.basis, list, { isExact, windows }))
    })
  }, [description, model, list, isExact])
  return useMemo(
    () => ({ list, options, setOptions, marks, description }),
    [list, options, marks, description],
  )
}

/**
 * Returns the findings of the shown figure, which are made after it is on the screen; undefined until they are made.
 */
function useMadeFindings(
  basis: FigureBasis | undefined,
  parameters: FindingOptions,
): readonly Finding[] | undefined {
  const input = basis && { found: findingInput(basis), parameters }
  const made = useDerived(shownFindings, input, { isAfterFigure: true })
  // If only the parameters or the domain change, the previous findings stay until the new ones are made.
  return made?.input.found.statistics === input?.found.statistics ? made?.value : undefined
}
