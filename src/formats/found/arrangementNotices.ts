import { counted } from '../canonical/describe'
import { type NamedTensor } from '../ReadTensors'
import { type Arrangement } from './Arrangement'
import { isCountingDown } from './countingLabels'
import { dimensionNoun } from './dimensionNoun'
import { type Dimension } from './FoundArray'

/** What was made of a foreign file's dimensions, where it is certain and more than rows for
 * layers and columns for tokens. */
export function arrangementNotices({ found }: NamedTensor): string[] {
  if (found === undefined) return []
  const { choice, file, isCertain, zeroCount, halfCount } = found
  const { dimensions = [] } = file.arrays[choice.arrayIndex] ?? {}
  const isPlain =
    choice.arrangement.join() === 'layer,token' && !isFlipped(dimensions, choice.arrangement)
  const parts = dimensions.map((dimension, i) => partOf(dimension, i, choice.arrangement))
  return [
    ...(isPlain || !isCertain || dimensions.length < 2 ? [] : [`${parts.join('; ')}.`]),
    ...(zeroCount === 0
      ? []
      : [`${counted(zeroCount, 'cell')} at the ends may be padding: see Axes.`]),
    ...(halfCount === 0
      ? []
      : [`${counted(halfCount, 'value')} of −65504 may be a mask: see Axes.`]),
  ]
}

function partOf(dimension: Dimension, index: number, arrangement: Arrangement): string {
  const noun = dimensionNoun(dimension, index)
  const role = arrangement[index]
  if (typeof role !== 'string') return `${noun} fixed at ${role}`
  const isDown = role === 'layer' && isCountingDown(dimension.labels ?? [])
  return `${noun} is ${role}${isDown ? ' (counting down, flipped)' : ''}`
}

function isFlipped(dimensions: readonly Dimension[], arrangement: Arrangement): boolean {
  return isCountingDown(dimensions[arrangement.indexOf('layer')]?.labels ?? [])
}
