import { betweenQueries } from './betweenQueries'
import { depthTrends } from './depthTrends'
import { distanceTrend } from './distanceTrend'
import { extremes } from './extremes'
import { type AbsentFinding, type Finding } from './Finding'
import { type FindingInput, type FindingParameters } from './FindingInput'
import { layerDominance } from './layerDominance'
import { leaders } from './leaders'
import { neutralTokens } from './neutralTokens'
import { noiseFinding } from './noiseFinding'
import { querySummary } from './QuerySummary'
import { type Sliced } from '../Sliced'
import { tokenGroups } from './tokenGroups'

/**
 * Returns all findings about the shown query. Cells that are padding, missing or infinite are not counted; the only
 * exception is that a token with an infinite cell is not neutral.
 */
export function* findingsOf(
  input: FindingInput,
  parameters: FindingParameters,
): Sliced<readonly Finding[]> {
  const summary = yield* querySummary(input.tensor, input.queryIndex)
  const summarized = { ...input, summary }
  return [
    ...(yield* extremes(summarized, 'highest', parameters.count)),
    ...(yield* extremes(summarized, 'lowest', parameters.count)),
    ...neutralTokens(summarized, parameters.band),
    ...(yield* depthTrends(summarized, parameters)),
    ...layerDominance(summarized),
    ...leaders(summarized),
    ...(yield* tokenGroups(summarized)),
    ...(yield* distanceTrend(summarized)),
    ...(yield* noiseFinding(input)),
    ...(yield* betweenQueries(summarized)),
    ...absentCells(input),
  ]
}

function absentCells({ paddingCount, statistics }: FindingInput): readonly AbsentFinding[] {
  const { cellCount, missingCount, aboveCount, belowCount } = statistics
  if (paddingCount + missingCount + aboveCount + belowCount === 0) return []
  const counts = { cellCount, missingCount, aboveCount, belowCount, paddingCount }
  return [{ kind: 'absent', areas: [], ...counts }]
}
