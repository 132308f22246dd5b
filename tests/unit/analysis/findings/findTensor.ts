import { type Finding } from '../../../../src/analysis/findings/Finding'
import {
  defaultParameters,
  type FindingInput,
  type FindingParameters,
} from '../../../../src/analysis/findings/FindingInput'
import { findingsOf } from '../../../../src/analysis/findings/findingsOf'
import { finish } from '../../../../src/analysis/Sliced'
import { noiseFloor, noiseCount } from '../../../../src/analysis/noiseFloor'
import { statisticsOf } from '../../../../src/analysis/Statistics'
import { type Tensor } from '../../../../src/tensor/Tensor'

/** Ways in which an input differs; `hiddenSize` is the width of the compared states. */
export interface InputOptions extends Partial<FindingInput> {
  readonly hiddenSize?: number
}

/** The first query as it is found in; the domain is that of the values unless one is given. */
export function inputOf(
  tensor: Tensor,
  { hiddenSize, ...options }: InputOptions = {},
): FindingInput {
  const queryIndex = options.queryIndex ?? 0
  const statistics = statisticsOf(tensor, queryIndex)
  const { min, max, finiteCount } = statistics
  const domain = finiteCount > 0 && min < max ? { domain: { low: min, high: max } } : {}
  const floor =
    hiddenSize === undefined
      ? undefined
      : noiseFloor({ metric: 'cosine', queries: [], hiddenSize }, { transform: 'raw', query: 0 })
  const noise = floor && finish(noiseCount(tensor, queryIndex, floor))
  const made = { ...domain, ...(noise && { noise }) }
  return { tensor, queryIndex, statistics, tolerance: 0, paddingCount: 0, ...made, ...options }
}

/** All findings of a tensor, at once. */
export function findIn(
  tensor: Tensor,
  options: InputOptions = {},
  parameters: Partial<FindingParameters> = {},
): readonly Finding[] {
  return finish(findingsOf(inputOf(tensor, options), { ...defaultParameters, ...parameters }))
}

/** The first of a kind. */
export function only(findings: readonly Finding[], kind: Finding['kind']): Finding | undefined {
  return findings.find((finding) => finding.kind === kind)
}
