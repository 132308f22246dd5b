import { attentionFinder } from './attentionFinder'
import { circuitsVisFinder } from './circuitsVisFinder'
import { eccoFinder } from './eccoFinder'
import { type Finder } from './Finding'
import { pandasFinder } from './pandasFinder'
import { plotlyFinder } from './plotlyFinder'
import { xarrayFinder } from './xarrayFinder'

/** Asked in this order of every object of a document that has the key. */
export const finders: readonly (readonly [key: string, finder: Finder])[] = [
  ['data', plotlyFinder],
  ['coords', xarrayFinder],
  ['columns', pandasFinder],
  ['tokens', circuitsVisFinder],
  ['attention', attentionFinder],
  ['attn', attentionFinder],
  ['att', attentionFinder],
  ['attributions', eccoFinder],
]
