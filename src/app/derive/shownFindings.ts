import { operandsOf } from '../../analysis/difference/operands'
import { type Finding } from '../../analysis/findings/Finding'
import { type FindingInput, type FindingParameters } from '../../analysis/findings/FindingInput'
import { findingsOf } from '../../analysis/findings/findingsOf'
import { layerCountOf } from '../../tensor/Tensor'
import { derived } from './derived'
import { copyOfValues, inSlices } from '../../worker/inSlices'
import { type Work } from './Work'

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
  makeElsewhere: (input, work) => {
    const { tensor, queryIndex } = input.found
    // What is said of a difference takes its operands, which are not sent.
    return layerCountOf(tensor, queryIndex) > MANY_LAYERS &&
      operandsOf(tensor, queryIndex) === undefined
      ? findingsInWorker(input, work)
      : inSlices(findingsOf(input.found, input.parameters), work.signal)
  },
})

/** Number of layers above which the summaries of the layers alone are too many to be made on the page. */
const MANY_LAYERS = 1 << 14

async function findingsInWorker(
  { found, parameters }: FindingsInput,
  { jobs, signal }: Work,
): Promise<readonly Finding[]> {
  const values = await inSlices(copyOfValues(found.tensor.values), signal)
  // Findings depend neither on labels nor on what is only shown beside the values or written back.
  const sentTensor = { ...found.tensor, values, extra: [], queryExtra: [] }
  const { layerLabels: _labels, companions: _companions, ...tensor } = sentTensor
  // The domain may be a color scale, whose functions cannot be sent.
  const { domain: { low, high } = { low: NaN, high: NaN }, ...rest } = found
  const sent = { ...rest, tensor, ...(found.domain && { domain: { low, high } }) }
  return jobs.run('findings', { found: sent, parameters }, { signal })
}
