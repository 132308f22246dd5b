import { type ReactNode } from 'react'
import { type Loader } from '../open/useLoader'
import { type OpenTensor } from '../state/AppState'
import { CombineDialog } from './CombineDialog'
import { type Comparing } from './CompareMenu'

interface CompareDialogProps {
  /** Undefined if no dialog is open. */
  readonly comparing: Comparing | undefined
  readonly open: readonly OpenTensor[]
  readonly onOpen: Loader['open']
  readonly onClose: () => void
}

/** Shows the dialog of a comparison. */
export function CompareDialog({ comparing, ...props }: CompareDialogProps): ReactNode {
  if (comparing === undefined) return null
  return <CombineDialog {...props} ids={comparing.ids ?? props.open.map(({ id }) => id)} />
}
