import { noiseDirections, noiseFormula } from '../analysis/description/noiseFormula'
import { type NoiseCount } from '../analysis/noiseFloor'
import { noiseReach } from '../layout/colorBarLayout'
import { isZoomed } from '../tensor/Windows'
import { counted, grouped } from '../text/counted'
import { expected, significant } from '../text/rounded'
import { type TextInput } from './captionsOf'

function digits(limit: number): string {
  return `±${significant(3)(limit)}`
}

/** Returns the caption about a noise floor that only some plots of the figure have. */
export function floorOf(noise: NoiseCount): string {
  return `Noise floor of states ${noise.size} wide: ${digits(noise.limit)} = ${noiseFormula(noise)}.`
}

/** Returns the caption about the noise floor. */
export function noiseCaption(noise: NoiseCount, input: NoiseInput): string {
  const { seenNoise, windows = {} } = input
  const { limit, outsideCount, expectedCount, cellCount } = seenNoise ?? noise
  const isWhole = isZoomed(windows) && seenNoise === undefined
  const all = `${isWhole ? 'all ' : ''}${counted(cellCount, 'cell')}`
  const cells = seenNoise === undefined ? all : `${grouped(cellCount)} in view`
  const ofCell = input.bins?.means === undefined ? '' : ` ${digits(limit)}, that of a cell`
  return [
    floorText(noise, input),
    ...(input.isFaded === true ? [`${ofCell === '' ? 'Cells' : 'Means'} inside it are pale.`] : []),
    `${grouped(outsideCount)} of ${cells} ${outsideCount === 1 ? 'is' : 'are'} outside${ofCell},`,
    `${expected(expectedCount)} expected of ${noiseDirections(noise)}.`,
  ].join(' ')
}

type NoiseInput = Pick<
  TextInput,
  'bins' | 'colorScale' | 'hasOwnBars' | 'isFaded' | 'seenNoise' | 'windows'
>

/** Returns the size of the noise floor of the cells, or of the means that are shown, and where it is at the color bar. */
function floorText(
  noise: NoiseCount,
  { bins, colorScale, hasOwnBars = false }: NoiseInput,
): string {
  const { leastCount, noiseLimit = noise.limit } = bins?.means ?? {}
  const least = leastCount === undefined ? undefined : grouped(leastCount)
  const of = least === undefined ? '' : ` of means of ${least} or more cells`
  const reach = hasOwnBars ? 'bars' : colorScale && noiseReach(colorScale, noiseLimit)
  const [before, after] = REACH_WORDS[reach ?? 'none']
  return `Noise floor${of}${before}: ${digits(noiseLimit)} = ${noiseFormula(noise, least)}${after}.`
}

/** Words before and after the size of the floor about where it is at the color bar, or at several bars. */
const REACH_WORDS = {
  none: ['', ''],
  part: [' (bracket at the color bar)', ''],
  all: ['', ', wider than the color range'],
  bars: [' (brackets at the color bars)', ''],
} as const
