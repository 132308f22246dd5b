import { layerCountOf, rowOf } from '../../tensor/Tensor'
import { type NoiseFinding } from './Finding'
import { type FindingInput } from './FindingInput'
import { type CellIndex } from '../Statistics'
import { type Sliced } from './Sliced'

/** 95 % of normal numbers lie within so many standard deviations. */
const WIDTH = 1.96
const SHARE_OUTSIDE = 0.05
/** More cells than these are not pointed at one by one. */
const MOST_CELLS = 400

/**
 * Cells outside ±1.96/√d, beside how many random directions of d dimensions would give: their cosine is about normal
 * with standard deviation 1/√d. Nothing without a hidden size.
 */
export function* noiseFloor(input: FindingInput): Sliced<readonly NoiseFinding[]> {
  const { tensor, queryIndex, hiddenSize, statistics } = input
  const { finiteCount } = statistics
  if (hiddenSize === undefined || finiteCount === 0) return []
  const bound = WIDTH / Math.sqrt(hiddenSize)
  const cells: CellIndex[] = []
  let outsideCount = 0
  for (let layerIndex = 0; layerIndex < layerCountOf(tensor, queryIndex); layerIndex++) {
    const { values, offset, firstToken, length } = rowOf(tensor, queryIndex, layerIndex)
    for (let k = 0; k < length; k++) {
      const magnitude = Math.abs(values[offset + k] ?? NaN)
      if (!(magnitude > bound) || magnitude === Infinity) continue
      if (++outsideCount <= MOST_CELLS) cells.push({ layerIndex, tokenIndex: firstToken + k })
    }
    yield
  }
  return [
    {
      kind: 'noise',
      areas: outsideCount > MOST_CELLS ? [] : cells,
      hiddenSize,
      bound,
      outsideCount,
      expectedCount: SHARE_OUTSIDE * finiteCount,
      finiteCount,
    },
  ]
}
