import { format } from 'd3-format'
import { noiseDirections, noiseFormula } from '../analysis/description/noiseFormula'
import { type NoiseCount } from '../analysis/noiseFloor'
import { counted, grouped } from '../text/counted'
import { expected } from '../text/rounded'
import { type TextInput } from './captionsOf'

function digits(limit: number): string {
  return `±${format('.3~g')(limit)}`
}

/** Returns the caption about a noise floor that only some plots of the figure have. */
export function floorOf(noise: NoiseCount): string {
  return `Noise floor of states ${noise.size} wide: ${digits(noise.limit)} = ${noiseFormula(noise)}.`
}

/** Returns the caption about the bracket at the color bar. */
export function noiseCaption(
  noise: NoiseCount,
  { bins, isFaded = false, hasBracket = true }: Pick<TextInput, 'bins' | 'isFaded' | 'hasBracket'>,
): string {
  const { limit, outsideCount, expectedCount, cellCount } = noise
  const { leastCount, noiseLimit = NaN } = bins?.means ?? {}
  const ofCells = digits(limit)
  const bracket = hasBracket ? ' (bracket at the color bar)' : ''
  const floor =
    leastCount === undefined
      ? `Noise floor${bracket}: ${ofCells} = ${noiseFormula(noise)}.`
      : `Noise floor of means of ${grouped(leastCount)} or more cells${bracket}: ${digits(noiseLimit)} = ${noiseFormula(noise, grouped(leastCount))}.`
  const outside = leastCount === undefined ? 'outside' : `outside ${ofCells}, that of a cell`
  return [
    floor,
    ...(isFaded ? [`${leastCount === undefined ? 'Cells' : 'Means'} inside it are pale.`] : []),
    `${grouped(outsideCount)} of ${counted(cellCount, 'cell')} ${outsideCount === 1 ? 'is' : 'are'} ${outside},`,
    `${expected(expectedCount)} expected of ${noiseDirections(noise)}.`,
  ].join(' ')
}
