import { attentionFinder } from './attentionFinder'
import { circuitsVisFinder } from './circuitsVisFinder'
import { eccoFinder } from './eccoFinder'
import { type Finder } from './Finding'
import { pandasFinder } from './pandasFinder'
import { plotlyFinder } from './plotlyFinder'
import { xarrayFinder } from './xarrayFinder'

/** Asked in this order of every object of a document. */
export const finders: readonly Finder[] = [
  plotlyFinder,
  xarrayFinder,
  pandasFinder,
  circuitsVisFinder,
  attentionFinder,
  eccoFinder,
]
