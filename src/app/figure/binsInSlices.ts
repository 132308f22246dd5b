import { addBinRow, emptyBins, type Bins, type BinSource } from '../../tensor/Bins'
import { nextTask } from '../derive/inSlices'

/** Longest that bins are made without a pause: what is left of a frame of 16 ms must suffice for all else. */
const SLICE_MS = 6

/** The bins, made in slices that leave the page responsive; undefined where the signal is aborted before the end. */
export async function binsInSlices(
  source: BinSource,
  signal: AbortSignal,
): Promise<Bins | undefined> {
  const bins = emptyBins(source)
  let sliceStart = performance.now()
  for (let row = 0; row < source.layers.binCount; row++) {
    if (performance.now() - sliceStart > SLICE_MS) {
      // oxlint-disable-next-line no-await-in-loop -- the pause is the point: one slice after the other
      await nextTask()
      if (signal.aborted) return undefined
      sliceStart = performance.now()
    }
    addBinRow(bins, source, row)
  }
  return bins
}
