import { type Tensor } from '../tensor/Tensor'
import { type View } from '../tensor/View'

/** The distribution of the cosine of two random directions. */
export interface NoiseFloor {
  /** Number of dimensions of the compared states. */
  readonly size: number
  /** Standard deviation of the cosine, 1/√d. */
  readonly sigma: number
  /** 1.96 σ: about 5 % of random cosines are farther from 0. */
  readonly limit: number
}

/**
 * Returns the noise floor of the displayed values, or undefined if the width of the states is unknown or the displayed
 * values are not cosines. A width given by the view takes precedence over that of the file.
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

/** Returns true if the displayed values are unchanged cosines. */
export function hasNoiseFloor(
  { metric }: Pick<Tensor, 'metric'>,
  transform: View['transform'],
): boolean {
  return transform === 'raw' && /\bcos(?:ine|[ -]?sim|\b)/i.test(metric)
}
