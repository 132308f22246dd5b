import { queriesIn } from '../tensor/atLayer'
import { sourceOf } from '../tensor/Tensor'
import { grouped } from '../text/counted'
import { isolated } from '../text/isolated'
import { visibleProse } from '../text/visibleText'
import { type TextInput } from './captionsOf'

/** Most sources that a figure names. */
const MOST_SOURCES = 3

/** Returns where the values of a figure's plots come from, each source once; of very many, the rest are counted. */
export function sourceCaptions(
  inputs: readonly Pick<TextInput, 'matrix' | 'words'>[],
): readonly string[] {
  if (inputs.some(({ words }) => words.caption !== undefined)) return []
  const sources = new Set(
    inputs
      .flatMap(({ matrix }) => queriesIn(matrix))
      .flatMap(({ tensor, queryIndex }) => sourceOf(tensor, queryIndex) ?? []),
  )
  const named = [...sources].slice(0, MOST_SOURCES)
  const moreCount = sources.size - named.length
  return [
    ...named.map((source) => `Source: ${isolated(visibleProse(source))}`),
    ...(moreCount === 0 ? [] : [`… and ${grouped(moreCount)} more.`]),
  ]
}
