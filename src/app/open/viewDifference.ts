import { settingsOfView } from '../../tensor/shownView'
import { defaultView, parseView } from '../../tensor/View'
import { type OpenTensor } from '../state/AppState'

/** The settings that an address must contain to describe a view. */
export interface ViewDifference {
  readonly settings: Readonly<Record<string, unknown>>
  /** Settings of the file's view that this view lacks. */
  readonly cleared: readonly string[]
}

type Shown = Pick<OpenTensor, 'tensor' | 'view' | 'windows' | 'cell' | 'carriedView'>

/**
 * Returns the difference between a view and the view in which the tensor's file opens without any choice of the reader.
 */
export function viewDifference({
  tensor,
  carriedView = tensor.view,
  ...open
}: Shown): ViewDifference {
  const shown: Readonly<Record<string, unknown>> = settingsOfView(open)
  const start: Readonly<Record<string, unknown>> = {
    ...defaultView(tensor),
    ...parseView(carriedView).settings,
  }
  const changed = Object.entries(shown).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(start[key]),
  )
  return {
    settings: Object.fromEntries(changed),
    cleared: Object.keys(start).filter((key) => shown[key] === undefined),
  }
}
