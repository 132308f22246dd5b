import { defaultView, parseView } from '../../tensor/View'
import { columnsOf } from '../../tensor/Windows'
import { type OpenTensor } from '../state/appState'

/** What an address must say of a view. */
export interface ViewDifference {
  readonly settings: Readonly<Record<string, unknown>>
  /** Settings of the file's view that this one is without. */
  readonly cleared: readonly string[]
}

type Shown = Pick<OpenTensor, 'tensor' | 'view' | 'windows' | 'carriedView'>

/** How a view differs from the one in which the tensor's file opens for somebody who has chosen nothing. */
export function viewDifference({
  tensor,
  view,
  windows,
  carriedView = tensor.view,
}: Shown): ViewDifference {
  const { x: _x, ...still } = view
  const shown: Readonly<Record<string, unknown>> = { ...still, ...columnsOf(windows) }
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
