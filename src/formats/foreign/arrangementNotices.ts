import { plainCounted } from '../../text/counted'
import { isCountingDown } from './countOf'
import { dimensionNoun } from './dimensionNoun'
import { type Dimension, type Arrangement } from './FoundFile'
import { type NamedTensor } from './ReadTensors'

/** What was made of a foreign file's dimensions where it is certain and not plain, and what else there is to choose. */
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

/** Nothing for a plain matrix, for what is called by its role, and for dimensions of one index. */
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
