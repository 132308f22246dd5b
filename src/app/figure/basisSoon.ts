import { noiseCount } from '../../analysis/findings/noiseCount'
import { noiseFloor } from '../../analysis/noiseFloor'
import {
  countBeyond,
  figureBasis,
  knownBeyond,
  type BeyondCounts,
  type FigureBasis,
  type FigureInput,
} from '../../figure/figureBasis'
import { figureScale, needsSpread } from '../../figure/figureScale'
import { type ShownTensor } from '../../figure/ShownTensor'
import { partOf, type CellValues } from '../../tensor/CellValues'
import { valuesOfQuery } from '../../tensor/Tensor'
import { inSlices, nextTask } from '../derive/inSlices'
import { type Work } from '../derive/Work'
import { displayName } from '../../figure/displayName'
import { displayedNow, displayedSoon, MAX_CELLS_AT_ONCE } from './displayedSoon'
import { ordersNow, ordersSoon } from './ordersSoon'
import { profilesNow, profilesSoon } from './profilesSoon'
import { spreadSoon } from './spreadSoon'

/** The basis of a figure, where it takes a moment at most; else undefined. */
export function basisNow(open: ShownTensor): FigureBasis | undefined {
  const { view } = open
  const displayed = displayedNow(open, view)
  const orders = displayed && ordersNow(displayed, view)
  const profiles = displayed && profilesNow(displayed, view)
  if (displayed === undefined || orders === undefined || profiles === undefined) return undefined
  const input = inputOf(open, { displayed, orders, ...profiles })
  return open.tensor.values.length <= MAX_CELLS_AT_ONCE || isPlain(input)
    ? figureBasis(input)
    : undefined
}

/** The basis of a figure, with every pass over many cells in a worker or in slices. Rejects where it is aborted. */
export async function basisSoon(open: ShownTensor, work: Work): Promise<FigureBasis> {
  const now = basisNow(open)
  if (now !== undefined) return now
  const { tensor, view } = open
  const { signal } = work
  const displayed = await displayedSoon(open, view, work)
  const orders = await ordersSoon(displayed, view, work)
  const profiles = await profilesSoon(displayed, view, work)
  const input = inputOf(open, { displayed, orders, ...profiles })
  const spread = needsSpread(input) ? await spreadSoon(input, work) : undefined
  const known = { ...input, ...(spread && { spread }) }
  const scale = figureScale(known)
  const values = valuesOfQuery(displayed.tensor, view.query)
  const floor = noiseFloor(tensor, view)
  const counted = displayed.counted ?? displayed.tensor
  return figureBasis({
    ...known,
    beyond:
      knownBeyond(displayed, view.query, scale) ?? (await countInSlices(values, scale, signal)),
    noise: floor && (await inSlices(noiseCount(counted, view.query, floor), signal)),
  })
}

function inputOf(
  { tensor, view, fileName, windows }: ShownTensor,
  made: Pick<FigureInput, 'displayed' | 'orders' | 'profiles'>,
): FigureInput {
  return { tensor, view, ...made, windows, name: displayName(fileName) }
}

/** Whether nothing about a figure takes a pass over its cells. */
function isPlain(input: FigureInput): boolean {
  const { displayed, view, tensor } = input
  return (
    !needsSpread(input) &&
    noiseFloor(tensor, view) === undefined &&
    knownBeyond(displayed, view.query, figureScale(input)) !== undefined
  )
}

/** Values counted without a pause: some two milliseconds of work. */
const SLICE = 1 << 20

async function countInSlices(
  values: CellValues,
  range: Parameters<typeof countBeyond>[1],
  signal?: AbortSignal,
): Promise<BeyondCounts> {
  let below = 0
  let above = 0
  for (let start = 0; start < values.length; start += SLICE) {
    const counts = countBeyond(partOf(values, start, start + SLICE), range)
    below += counts.below
    above += counts.above
    // oxlint-disable-next-line no-await-in-loop -- the pause is the point: one slice after the other
    await nextTask()
    signal?.throwIfAborted()
  }
  return { below, above }
}
