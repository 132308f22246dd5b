import { type FigureBasis } from '../figure/figureBasis'
import { type ShownTensor } from '../figure/ShownTensor'
import { type Carried } from './ExportOptions'
import { visibleTensor, type CarriedTensor } from './visibleTensor'

/**
 * Returns what a figure carries, with the view in which it is opened again; undefined where that is nothing. The basis of
 * the figure is made only where it carries no more than it shows.
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
