import { type Displayed } from '../analysis/displayedOf'
import { type View } from '../tensor/View'
import { type Windows } from '../tensor/Windows'

/** A tensor as it was loaded, and how it is shown. */
export interface ShownTensor extends Displayed {
  /** The file's name, with the slice where a file holds several tensors. */
  readonly fileName: string
  readonly view: View
  /** The visible part: the zoom. */
  readonly windows: Windows
}
