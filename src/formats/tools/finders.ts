import { attentionFinder } from './bertViz'
import { circuitsVisFinder } from './circuitsVis'
import { eccoFinder } from './ecco'
import { type Finder } from './Finding'
import { pandasFinder } from './pandas'
import { plotlyFinder } from './plotly'
import { xarrayFinder } from './xarray'

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
