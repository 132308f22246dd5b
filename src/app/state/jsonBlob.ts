import { canonicalPieces } from '../../formats/writeTensor'
import { type Tensor } from '../../tensor/Tensor'
import { nextTask } from '../figure/binsInSlices'

/** Longest that text is made without a pause, in milliseconds; one row of values is never cut. */
const SLICE_MS = 10

/** The canonical JSON of a tensor, made in slices that leave the page responsive: it may be hundreds of megabytes. */
export async function jsonBlob(tensor: Tensor): Promise<Blob> {
  const slices: Blob[] = []
  let pieces: string[] = []
  let sliceStart = performance.now()
  for (const piece of canonicalPieces(tensor)) {
    pieces.push(piece)
    if (performance.now() - sliceStart <= SLICE_MS) continue
    // The browser takes the text over, so that it need not all be held as strings.
    slices.push(new Blob(pieces))
    pieces = []
    // oxlint-disable-next-line no-await-in-loop -- the pause is the point: one slice after the other
    await nextTask()
    sliceStart = performance.now()
  }
  return new Blob([...slices, ...pieces], { type: 'application/json' })
}
