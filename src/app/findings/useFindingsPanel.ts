import { useEffect, useMemo, useState } from 'react'
import { type Finding } from '../../analysis/findings/Finding'
import { type FigureBasis } from '../../figure/figureBasis'
import { readStored, writeStored } from '../base/storage'
import { createStore, type Store } from '../base/Store'
import {
  defaultFindingOptions,
  descriptionText,
  type FindingOptions,
} from '../../figure/figureFindings'
import { useFindings } from './useFindings'

export interface FindingsState {
  readonly isOpen: boolean
  readonly toggle: () => void
  /** Folds the panel away and gives the focus back to its button. */
  readonly close: () => void
  /** Undefined until they are known. */
  readonly list: readonly Finding[] | undefined
  readonly options: FindingOptions
  readonly setOptions: (options: FindingOptions) => void
  /** The finding whose cells are outlined in the figure. */
  readonly marks: Store<Finding | undefined>
  /** The long description of the shown figure; undefined until it is made. */
  readonly description: Store<string | undefined>
}

const NAME = 'findings'
/** CSS pixels from which the panel stands beside the figure unasked. */
const ROOMY = 1200

/** The findings of the shown figure, and whether their panel is open: as it was left, else where there is room. */
export function useFindingsPanel(basis: FigureBasis | undefined): FindingsState {
  const [isOpen, setIsOpen] = useState(wasOpen)
  const [options, setOptions] = useState(defaultFindingOptions)
  const [marks] = useState(() => createStore<Finding | undefined>(undefined))
  const [description] = useState(() => createStore<string | undefined>(undefined))
  const list = useFindings(basis, options)
  const { isExact } = options
  // The text is in the figure, which is not to be rendered anew for it.
  useEffect(() => {
    description.set(basis && list && descriptionText(basis, list, isExact))
  }, [description, basis, list, isExact])
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
