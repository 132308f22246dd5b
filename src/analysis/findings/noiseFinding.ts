import { layerCountOf, rowOf } from '../../tensor/Tensor'
import { type CellIndex } from '../Statistics'
import { type NoiseFinding } from './Finding'
import { type FindingInput } from './FindingInput'
import { isBeyond, type NoiseCount } from './noiseCount'
import { type Sliced } from '../Sliced'

/** Largest number of cells that the finding lists one by one. */
const MOST_CELLS = 400

/**
 * Returns the cells beyond the noise floor, with the number that random directions would give. Returns an empty list if
 * there is no noise floor or no finite cell.
 */
export function* noiseFinding(input: FindingInput): Sliced<readonly NoiseFinding[]> {
  const { noise } = input
  if (noise === undefined || noise.cellCount === 0) return []
  const areas = noise.outsideCount > MOST_CELLS ? [] : yield* cellsBeyond(input, noise)
  return [{ kind: 'noise', areas, ...noise }]
}

function* cellsBeyond(
  { tensor, queryIndex }: FindingInput,
  floor: NoiseCount,
): Sliced<readonly CellIndex[]> {
  const cells: CellIndex[] = []
  for (let layerIndex = 0; layerIndex < layerCountOf(tensor, queryIndex); layerIndex++) {
    const { values, offset, firstToken, length } = rowOf(tensor, queryIndex, layerIndex)
    for (let k = 0; k < length; k++) {
      const value = values[offset + k] ?? NaN
      if (isBeyond(value, floor)) cells.push({ layerIndex, tokenIndex: firstToken + k })
    }
    yield
  }
  return cells
}
