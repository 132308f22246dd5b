import { spreadOf, type Spread } from '../../analysis/Spread'
import { cellValues } from '../../tensor/CellValues'
import { scopeValues, type ScaleInput } from '../../figure/figureScale'
import { nextTask } from '../derive/inSlices'
import { type Work } from '../derive/Work'
import { MAX_CELLS_AT_ONCE } from './displayedSoon'

/** Values copied without a pause. */
const SLICE = 1 << 18

/** How the values that a scale goes by are spread: of many, counted and sorted in a worker. */
export async function spreadSoon(input: ScaleInput, { jobs, signal }: Work): Promise<Spread> {
  const hasRanks = input.view.scale === 'rank'
  const values = cellValues(await gathered(input, signal))
  if (values.length <= MAX_CELLS_AT_ONCE) return spreadOf(values, hasRanks)
  return jobs.run('spread', { values, hasRanks }, { signal })
}

/** A copy of the values, made in slices that leave the page responsive. */
async function gathered(input: ScaleInput, signal?: AbortSignal): Promise<Float64Array> {
  const { cellCount, part } = scopeValues(input)
  const copy = new Float64Array(cellCount)
  for (let start = 0; start < cellCount; start += SLICE) {
    let at = start
    for (const block of part(start, Math.min(start + SLICE, cellCount)).blocks) {
      copy.set(block, at)
      at += block.length
    }
    // oxlint-disable-next-line no-await-in-loop -- the pause is the point: one slice after the other
    await nextTask()
    signal?.throwIfAborted()
  }
  return copy
}
