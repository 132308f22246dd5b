import { type Displayed } from '../analysis/displayedOf'
import { type ShownView } from '../tensor/shownView'

/** A tensor as it was loaded, and how it is shown. */
export interface ShownTensor extends Displayed, ShownView {
  /** The file's name, with the slice where a file holds several tensors. */
  readonly fileName: string
}
