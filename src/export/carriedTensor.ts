import { type FigureBasis } from '../figure/figureBasis'
import { type ShownTensor } from '../figure/ShownTensor'
import { type Carried } from './ExportOptions'
import { visibleTensor, type CarriedTensor } from './visibleTensor'

/**
 * Returns the tensor that a figure carries, with the view in which it is opened, or undefined if it carries none.
 * `basisOf` is called only if the figure carries its visible part.
 */
export async function carriedTensor(
  { tensor, view, windows, cell }: ShownTensor,
  carried: Carried,
  basisOf: () => Promise<FigureBasis>,
): Promise<CarriedTensor | undefined> {
  if (carried === 'none') return undefined
  if (carried === 'visible') return visibleTensor(await basisOf(), { windows, cell })
  return { tensor, view, windows, cell }
}
