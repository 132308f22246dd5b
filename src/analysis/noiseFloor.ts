import { type Tensor } from '../tensor/Tensor'
import { type View } from '../tensor/View'

/** How far from 0 the cosine of two random directions is. */
export interface NoiseFloor {
  /** Dimensions of the compared states. */
  readonly size: number
  /** Its standard deviation, 1/√d. */
  readonly sigma: number
  /** 1.96 σ: about 5 % of random cosines are farther from 0. */
  readonly limit: number
}

/**
 * The noise floor of what a view displays; undefined where the width of the states is not known, or where the displayed
 * values are no cosines. The view's width goes before the file's.
 */
export function noiseFloor(
  tensor: Pick<Tensor, 'metric' | 'hiddenSize'>,
  { hidden_size: chosen, transform }: Pick<View, 'hidden_size' | 'transform'>,
): NoiseFloor | undefined {
  const size = chosen ?? tensor.hiddenSize
  if (size === undefined || !(size >= 2) || !hasNoiseFloor(tensor, transform)) return undefined
  const sigma = 1 / Math.sqrt(size)
  return { size, sigma, limit: 1.96 * sigma }
}

/** Whether the displayed values are cosines as they are. */
export function hasNoiseFloor(
  { metric }: Pick<Tensor, 'metric'>,
  transform: View['transform'],
): boolean {
  return transform === 'raw' && /\bcos(?:ine|[ -]?sim|\b)/i.test(metric)
}
