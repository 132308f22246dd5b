import { type Finding } from '../../../../src/analysis/findings/Finding'
import {
  defaultParameters,
  type FindingInput,
  type FindingParameters,
} from '../../../../src/analysis/findings/FindingInput'
import { findingsOf } from '../../../../src/analysis/findings/findingsOf'
import { finish } from '../../../../src/analysis/findings/Sliced'
import { statisticsOf } from '../../../../src/analysis/Statistics'
import { type Tensor } from '../../../../src/tensor/Tensor'

/** The first query as it is found in; the domain is that of the values unless one is given. */
export function inputOf(tensor: Tensor, options: Partial<FindingInput> = {}): FindingInput {
  const queryIndex = options.queryIndex ?? 0
  const statistics = statisticsOf(tensor, queryIndex)
  const { min, max, finiteCount } = statistics
  const domain = finiteCount > 0 && min < max ? { domain: { low: min, high: max } } : {}
  return { tensor, queryIndex, statistics, paddingCount: 0, ...domain, ...options }
}

/** All findings of a tensor, at once. */
export function findIn(
  tensor: Tensor,
  options: Partial<FindingInput> = {},
  parameters: Partial<FindingParameters> = {},
): readonly Finding[] {
  return finish(findingsOf(inputOf(tensor, options), { ...defaultParameters, ...parameters }))
}

/** The first of a kind. */
export function only(findings: readonly Finding[], kind: Finding['kind']): Finding | undefined {
  return findings.find((finding) => finding.kind === kind)
}
