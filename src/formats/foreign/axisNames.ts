import { axesOf, isAxisName, LONGEST_AXIS_NAME, type Axes } from '../../tensor/Axes'
import { dimensionNoun, type Dimension } from './FoundFile'
import { type Roles } from './foundView'
import { roleOfName } from './roleOfName'

/** Names of a dimension that say no more than its role. */
const PLAIN = /^(?:n )?(?:quer(?:y|ies)|layers?|l|tok(?:en)?s?)$/i

/** Returns the names of a tensor's axes, in the singular: those that the file gives its dimensions. */
export function axisNames({ query, layer, token }: Roles): Axes {
  return axesOf({
    query: query === undefined ? undefined : nameOf(query, 'Query'),
    row: layer && nameOf(layer),
    column: token && nameOf(token),
  })
}

function nameOf(dimension: Dimension, plain?: string): string | undefined {
  const { name } = dimension
  if (name === undefined || name.trim() === '') return plain
  const words = dimensionNoun(dimension, 0)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/\s+/g, ' ')
  if (PLAIN.test(words)) return plain
  const isFit = isAxisName(words) && words.length <= LONGEST_AXIS_NAME
  return isFit ? singular(words, roleOfName(name) !== undefined) : plain
}

/** Returns a known plural in the singular: `Heads` is `Head`. Other words may end in s. */
function singular(words: string, isKnown: boolean): string {
  if (!isKnown) return words
  return words.endsWith('ies') ? words.replace(/ies$/, 'y') : words.replace(/([^s])s$/, '$1')
}
