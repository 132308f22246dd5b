import { plainCounted } from '../../text/counted'
import { isCountingDown } from './countOf'
import { dimensionNoun } from './dimensionNoun'
import { type Dimension, type Arrangement } from './FoundFile'
import { type NamedTensor } from './ReadTensors'

/**
 * Returns sentences about how the dimensions of a foreign file were used, if the use is certain but not obvious, and
 * about further choices.
 */
export function arrangementNotices({ found }: NamedTensor): string[] {
  if (found === undefined) return []
  const { choice, file, isCertain, zeroCount, halfCount } = found
  const { dimensions = [] } = file.arrays[choice.arrayIndex] ?? {}
  const parts = dimensions.flatMap((dimension, i) => partOf(dimension, i, choice.arrangement))
  return [
    ...(parts.length === 0 || !isCertain ? [] : [`${parts.join('; ')}.`]),
    ...(zeroCount === 0
      ? []
      : [`${plainCounted(zeroCount, 'cell')} at the ends may be padding: see Axes.`]),
    ...(halfCount === 0
      ? []
      : [`${plainCounted(halfCount, 'value')} of −65504 may be a mask: see Axes.`]),
  ]
}

/**
 * Returns a phrase about one dimension. Returns none for plain matrices, for dimensions that are named like their
 * roles, and for those with one index.
 */
function partOf(dimension: Dimension, index: number, arrangement: Arrangement): readonly string[] {
  const noun = dimensionNoun(dimension, index)
  const role = arrangement[index]
  if (typeof role !== 'string') return dimension.size < 2 ? [] : [`${noun} fixed at ${role}`]
  if (role === 'layer' && isCountingDown(dimension.labels ?? [])) {
    return [`${noun} is ${role} (counting down, flipped)`]
  }
  const isPlain = PLAIN.test(arrangement.join()) || noun.toLowerCase() === role
  return isPlain ? [] : [`${noun} is ${role}`]
}

const PLAIN = /^(?:layer,)?token$/
