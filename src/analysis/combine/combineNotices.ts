import { wordsOf } from '../../tensor/Axes'
import { areFloat32 } from '../../tensor/CellValues'
import { settings } from '../../tensor/settings/settings'
import { type Tensor } from '../../tensor/Tensor'
import { counted } from '../../text/counted'
import { listedSome } from '../../text/listed'
import { type LayerUnion } from './layerUnion'
import { layersOf, unlikePair, type Part } from './Part'

/** Returns the sentence why parts cannot be one tensor, or undefined if they can. */
export function combineRefusal(parts: readonly Part[]): string | undefined {
  const metrics = unlikePair(parts, ({ tensor }) => tensor.metric.trim().toLowerCase())
  if (metrics !== undefined) {
    const [one, other] = metrics.map(({ tensor, name }) => `“${tensor.metric}” in “${name}”`)
    return `One tensor has one metric, but the values are ${one} and ${other}.`
  }
  const transforms = unlikePair(parts, ({ transform }) => transform)
  if (transforms !== undefined) {
    const [one, other] = transforms.map(({ transform, name }) => {
      const label = settings.transform.options.find(([value]) => value === transform)?.[1]
      return `“${label ?? transform}” of “${name}”`
    })
    return `Different values are shown: “${settings.transform.name}” is ${one}, but ${other}. Choose one for both.`
  }
  return undefined
}

/** Returns whole sentences about the ways in which combined parts differ. */
export function partDifferences(
  parts: readonly Part[],
  { kind, labels }: LayerUnion,
): readonly string[] {
  const [first] = parts
  const counts = unlikePair(parts, layerCount)?.map(layersText)
  const how = {
    same: undefined,
    merged: 'matched by label; what a query lacks is padding',
    'by-index': `matched by index, since labels differ, and are called “${labels[0]}” to “${labels.at(-1)}”`,
  }[kind]
  const axes = unlikePair(parts, axesText)?.map((part) => `${axesText(part)} in “${part.name}”`)
  const widths = unlikePair(parts, ({ tensor }) => areFloat32(tensor.values))
  return [
    ...(counts ? [`Queries were kept as long as they are: ${counts.join(', but ')}.`] : []),
    ...(how && first ? [`The ${wordsOf(first.tensor).row.many} were ${how}.`] : []),
    ...(axes ? [`The axes have the names of the first tensor: ${axes.join(', not ')}.`] : []),
    ...(widths ? ['Float32 values were widened to float64, like the others.'] : []),
  ]
}

/** Returns a sentence about cells that were filled in as missing; nothing if there are none. */
export function filledNotice(filledCount: number): readonly string[] {
  if (filledCount === 0) return []
  const cells = `${counted(filledCount, 'cell')} that no file has ${filledCount === 1 ? 'is' : 'are'} missing`
  return [`Rows cover different ends of their tokens, so ${cells}.`]
}

/** Returns sentences about the companions and unknown keys of tensors that are not among those kept. */
export function leftOutNotices(
  tensors: readonly Tensor[],
  kept: Pick<Tensor, 'extra' | 'companions'>,
): readonly string[] {
  return (['companions', 'keys'] as const).flatMap((kind) => {
    const namesOf = kind === 'keys' ? keysOf : companionsOf
    const keptNames = namesOf(kept)
    const left = [...new Set(tensors.flatMap(namesOf))].filter((name) => !keptNames.includes(name))
    if (left.length === 0) return []
    return [`Left out, since not all tensors have the same ${kind}: ${listedSome(left)}.`]
  })
}

function keysOf({ extra }: Pick<Tensor, 'extra'>): readonly string[] {
  return extra.map(([key]) => key)
}

function companionsOf({ companions = [] }: Pick<Tensor, 'companions'>): readonly string[] {
  return companions.map(({ name }) => name)
}

function layerCount(part: Part): number {
  return layersOf(part).length
}

/** Returns the layers of a part in words: `12 layers, “0” to “11”, in “run”`. */
function layersText(part: Part): string {
  const { one, many } = wordsOf(part.tensor).row
  const labels = layersOf(part)
  const range = labels.length < 2 ? '' : `, “${labels[0]}” to “${labels.at(-1)}”,`
  return `${counted(labels.length, one, many)}${range} in “${part.name}”`
}

function axesText({ tensor: { axes } }: Part): string {
  return [axes.query, axes.row, axes.column].map((name) => `“${name}”`).join(', ')
}
