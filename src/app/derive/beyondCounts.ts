import { type Displayed } from '../../analysis/displayedOf'
import { type Sliced } from '../../analysis/Sliced'
import { noiseCount, type NoiseCount, type NoiseFloor } from '../../analysis/noiseFloor'
import { type ColorScale } from '../../color/ColorScale'
import { countBeyond, knownBeyond, type BeyondCounts } from '../../figure/AbsentCounts'
import { partOf } from '../../tensor/CellValues'
import { MOST_PANELS } from '../../tensor/panels'
import { valuesOfQuery, type Tensor } from '../../tensor/Tensor'
import { derived } from './derived'

interface BeyondInput {
  readonly displayed: Displayed
  readonly queryIndex: number
  /** Undefined if no value is finite. */
  readonly range: Pick<ColorScale, 'low' | 'high'> | undefined
}

/** Values counted without a pause: about two milliseconds of work. */
const SLICE = 1 << 20

/** Number of counts that are kept: those of two pages of panels. */
const KEPT = 2 * MOST_PANELS

/** The number of values of a query below and above a range. */
export const beyondCounts = derived<BeyondInput, BeyondCounts>({
  of: ({ displayed }) => displayed.tensor,
  key: ({ queryIndex, range }) => `${queryIndex} ${range?.low} ${range?.high}`,
  keptCount: KEPT,
  known: ({ displayed, queryIndex, range }) => knownBeyond(displayed, queryIndex, range),
  cost: ({ displayed, queryIndex }) => valuesOfQuery(displayed.tensor, queryIndex).length,
  *make({ displayed, queryIndex, range }): Sliced<BeyondCounts> {
    const values = valuesOfQuery(displayed.tensor, queryIndex)
    let below = 0
    let above = 0
    for (let start = 0; start < values.length; start += SLICE) {
      const counts = countBeyond(partOf(values, start, start + SLICE), range)
      below += counts.below
      above += counts.above
      yield
    }
    return { below, above }
  },
})

interface NoiseInput {
  /** The tensor of the displayed values to count. */
  readonly tensor: Tensor
  readonly queryIndex: number
  readonly floor: NoiseFloor
}

/** The number of cells of a query beyond its noise floor. */
export const noiseCounts = derived<NoiseInput, NoiseCount>({
  of: ({ tensor }) => tensor,
  key: ({ queryIndex, floor }) => JSON.stringify([queryIndex, floor]),
  keptCount: KEPT,
  cost: ({ tensor, queryIndex }) => valuesOfQuery(tensor, queryIndex).length,
  make: ({ tensor, queryIndex, floor }) => noiseCount(tensor, queryIndex, floor),
})
