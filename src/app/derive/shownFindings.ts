import { type Finding } from '../../analysis/findings/Finding'
import { type FindingInput, type FindingParameters } from '../../analysis/findings/FindingInput'
import { findingsOf } from '../../analysis/findings/findingsOf'
import { derived } from './derived'

interface FindingsInput {
  readonly found: FindingInput
  readonly parameters: FindingParameters
}

/**
 * Cost of the findings per cell of a query: sorting, and testing against many random walks, take about as long as this
 * number of reads.
 */
const LOOKS = 20_000

/** The findings in the displayed values of a figure. */
export const shownFindings = derived<FindingsInput, readonly Finding[]>({
  of: ({ found }) => found.tensor,
  key: ({ found, parameters: { count, band, level } }) => {
    const { queryIndex, paddingCount, domain, noise } = found
    const ends = [domain?.low, domain?.high]
    return [queryIndex, paddingCount, ...ends, noise?.limit, count, band, level].join(' ')
  },
  keptCount: 2,
  cost: ({ found }) => found.tensor.values.length * LOOKS,
  make: ({ found, parameters }) => findingsOf(found, parameters),
})
