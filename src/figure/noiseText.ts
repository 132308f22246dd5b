import { format } from 'd3-format'
import { chanceOf } from '../analysis/chanceOf'
import { type NoiseFloor, type NoiseCount } from '../analysis/noiseFloor'
import { counted, grouped } from '../text/counted'

/** What the caption says of the bracket at the color bar. */
export function noiseCaption(noise: NoiseCount): string {
  const { size, limit, outsideCount, expectedCount, cellCount } = noise
  return [
    `Noise floor (bracket at the color bar): ±${format('.3~g')(limit)} = 1.96/√${size}.`,
    `${grouped(outsideCount)} of ${counted(cellCount, 'cell')} ${outsideCount === 1 ? 'is' : 'are'} outside,`,
    `${grouped(Math.round(expectedCount))} expected of random directions.`,
  ].join(' ')
}

/** A similarity against the noise: `1.6 σ from 0 · chance 11 %`; undefined where it is no finite number. */
export function noisePhrase(similarity: number, { size, sigma }: NoiseFloor): string | undefined {
  if (!Number.isFinite(similarity)) return undefined
  const percent = 100 * chanceOf(similarity, size)
  const chance = percent < 0.0001 ? 'below 0.0001' : format('.2~r')(percent)
  return `${format('.2~f')(Math.abs(similarity) / sigma)} σ from 0 · chance ${chance} %`
}
