import { type NoiseFloor, noiseCount, type NoiseCount } from '../../analysis/noiseFloor'
import { valuesOfQuery, type Tensor } from '../../tensor/Tensor'
import { derived } from './derived'

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
  keptCount: 4,
  cost: ({ tensor, queryIndex }) => valuesOfQuery(tensor, queryIndex).length,
  make: ({ tensor, queryIndex, floor }) => noiseCount(tensor, queryIndex, floor),
})
