import { axesOf, isAxisName, LONGEST_AXIS_NAME, type Axes } from '../../tensor/Axes'
import { dimensionNoun, type Dimension, type Role } from './FoundFile'
import { type Roles } from './foundView'
import { roleOfName } from './roleOfName'

/** Names of a dimension that say no more than its role. */
const PLAIN = {
  query: /^quer(?:y|ies)$/i,
  layer: /^(?:layers?|l)$/i,
  token: /^tok(?:en)?s?$/i,
}

/** Returns the names of a tensor's axes, in the singular: those that the file gives its dimensions. */
export function axisNames({ query, layer, token }: Roles): Axes {
  return axesOf({
    query: query === undefined ? undefined : (nameOf(query, 'query') ?? 'Query'),
    row: layer && nameOf(layer, 'layer'),
    column: token && nameOf(token, 'token'),
  })
}

/** Returns the name of a dimension; undefined if it says no more than its role. */
function nameOf(dimension: Dimension, role: Role): string | undefined {
  const { name } = dimension
  if (name === undefined || name.trim() === '') return undefined
  const words = dimensionNoun(dimension, 0)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/\s+/g, ' ')
    .replace(/^n \p{L}/iu, (start) => start.slice(2).toUpperCase())
  const isFit = isAxisName(words) && words.length <= LONGEST_AXIS_NAME
  if (!isFit || PLAIN[role].test(words)) return undefined
  if (/^l$/i.test(words)) return 'Layer'
  return singular(words, roleOfName(name) !== undefined)
}

/** Returns a known plural in the singular: `Heads` is `Head`. Other words may end in s. */
function singular(words: string, isKnown: boolean): string {
  if (!isKnown) return words
  return words.endsWith('ies') ? words.replace(/ies$/, 'y') : words.replace(/([^s])s$/, '$1')
}
