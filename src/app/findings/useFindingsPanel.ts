import { useEffect, useMemo, useState } from 'react'
import { type Finding } from '../../analysis/findings/Finding'
import { type FigureBasis } from '../../figure/figureBasis'
import { type FigureModel } from '../../figure/figureModel'
import { readStored, writeStored } from '../base/readStored'
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

/** The findings of the shown figure, the state of their panel, and the functions that change it. */
export interface FindingsState {
  readonly isOpen: boolean
  readonly toggle: () => void
  /** Closes the panel and moves the focus to its button. */
  readonly close: () => void
  /** Undefined until the findings are made. */
  readonly list: readonly Finding[] | undefined
  readonly options: FindingOptions
  readonly setOptions: (options: FindingOptions) => void
  /** The finding whose cells are outlined in the figure. */
  readonly marks: Store<Finding | undefined>
  /** The long description of the shown figure; undefined until it is made. */
  readonly description: Store<string | undefined>
}

const NAME = 'findings'
/** Least width of the window in CSS pixels at which the panel is open by default. */
const ROOMY = 1200

/**
 * Returns the findings of the shown figure and the state of their panel. It is open if it was left open; by default, if
 * the window is wide.
 */
export function useFindingsPanel(model: FigureModel | undefined): FindingsState {
  const shown = model?.plots[0].basis
  // The findings do not depend on the zoom.
  const basis = shown?.given ?? shown
  const [isOpen, setIsOpen] = useState(wasOpen)
  const [options, setOptions] = useState(defaultFindingOptions)
  const [marks] = useState(() => createStore<Finding | undefined>(undefined))
  const [description] = useState(() => createStore<string | undefined>(undefined))
  const list = useFindings(basis, options)
  const { isExact } = options
  // The description is inside the figure, which must not be rendered again for it.
  useEffect(() => {
    if (model === undefined || list === undefined) {
      description.set(undefined)
      return undefined
    }
    const { plots, windows } = model
    // While the figure moves, the text would be made again in every frame.
    return afterFigure(() => {
      description.set(describeFigure(plots[0].basis, list, { isExact, windows }))
    })
  }, [description, model, list, isExact])
  return useMemo(() => {
    const keep = (next: boolean): void => {
      setIsOpen(next)
      marks.set(undefined)
      writeStored(NAME, next ? 'open' : 'folded')
    }
    return {
      isOpen,
      toggle: () => keep(!isOpen),
      close: () => {
        keep(false)
        document.querySelector<HTMLElement>('.findings-button')?.focus()
      },
      list,
      options,
      setOptions,
      marks,
      description,
    }
  }, [isOpen, list, options, marks, description])
}

function wasOpen(): boolean {
  const kept = readStored(NAME)
  return typeof kept === 'string' ? kept === 'open' : window.innerWidth >= ROOMY
}

/**
 * Returns the findings of the shown figure, which are made after it is on the screen; undefined until they are made.
 */
function useFindings(
  basis: FigureBasis | undefined,
  parameters: FindingOptions,
): readonly Finding[] | undefined {
  const input = basis && { found: findingInput(basis), parameters }
  const made = useDerived(shownFindings, input, { isAfterFigure: true })
  // If only the parameters or the domain change, the previous findings stay until the new ones are made.
  return made?.input.found.statistics === input?.found.statistics ? made?.value : undefined
}
