import { type Finder } from './Finding'
import { pandasFinder } from './pandasFinder'
import { plotlyFinder } from './plotlyFinder'

/** Asked in this order of every object of a document. */
export const finders: readonly Finder[] = [plotlyFinder, pandasFinder]
