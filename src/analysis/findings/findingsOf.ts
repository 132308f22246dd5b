import { layerCountOf, rowOf, tokenCountOf } from '../../tensor/Tensor'
import { wordsOf } from '../../tensor/Axes'
import { operandsOf, type Operands } from '../difference/operands'
import { isBeyond, type NoiseCount } from '../noiseFloor'
import { type Sliced } from '../Sliced'
import { type CellIndex } from '../Statistics'
import { betweenQueries } from './betweenQueries'
import { depthTrends } from './depthTrends'
import { differenceFindings } from './differenceFindings'
import { distanceTrend } from './distanceTrend'
import { extremes } from './extremes'
import { type AbsentFinding, type Finding, type NoiseFinding, type ScopeFinding } from './Finding'
import { type FindingInput, type FindingParameters } from './FindingInput'
import { leaders, layerDominance } from './leaders'
import { neutralTokens } from './neutralTokens'
import { querySummary } from './QuerySummary'
import { tokenGroups } from './tokenGroups'
import { tokenMeans } from './tokenMeans'
import { MOST_TOKENS } from '../TokenSummaries'

/**
 * Returns all findings about the shown query. Cells that are padding, missing or infinite are not counted; the only
 * exception is that a token with an infinite cell is not neutral. Rows that are not layers have no trend, columns that
 * are not tokens no groups, and those without a distance none with it.
 */
export function* findingsOf(
  input: FindingInput,
  parameters: FindingParameters,
): Sliced<readonly Finding[]> {
  const operands = operandsOf(input.tensor, input.queryIndex)
  if (operands !== undefined) return yield* findingsOfDifference(operands, input, parameters)
  const summary = yield* querySummary(input.tensor, input.queryIndex, input.tolerance)
  const means = yield* tokenMeans(input.tensor, summary.tokens, input.tolerance)
  const summarized = { ...input, summary, means }
  const { hasDepth, hasDistance, hasTokens } = wordsOf(input.tensor)
  return [
    ...(yield* extremes(summarized, 'highest', parameters.count)),
    ...(yield* extremes(summarized, 'lowest', parameters.count)),
    ...neutralTokens(summarized, parameters.band),
    ...(hasDepth ? yield* depthTrends(summarized, parameters) : []),
    ...layerDominance(summarized),
    ...leaders(summarized),
    ...(hasTokens ? yield* tokenGroups(summarized) : []),
    ...(hasDistance ? yield* distanceTrend(summarized) : []),
    ...(yield* noiseFinding(input)),
    ...(yield* betweenQueries(summarized)),
    ...absentCells(input),
    ...scopeOf(input),
  ]
}

/** Returns the findings about a difference, whose values say nothing about a query by itself. */
function* findingsOfDifference(
  operands: Operands,
  input: FindingInput,
  { count }: FindingParameters,
): Sliced<readonly Finding[]> {
  return [
    ...(yield* differenceFindings(operands, input.queryIndex, count)),
    ...(yield* noiseFinding(input)),
    ...absentCells(input),
    ...scopeOf(input),
  ]
}

function absentCells({ paddingCount, statistics }: FindingInput): readonly AbsentFinding[] {
  const { cellCount, missingCount, aboveCount, belowCount } = statistics
  if (paddingCount + missingCount + aboveCount + belowCount === 0) return []
  const counts = { cellCount, missingCount, aboveCount, belowCount, paddingCount }
  return [{ kind: 'absent', areas: [], ...counts }]
}

function scopeOf({ tensor, queryIndex }: FindingInput): readonly ScopeFinding[] {
  const tokenCount = tokenCountOf(tensor, queryIndex)
  if (tokenCount <= MOST_TOKENS) return []
  return [{ kind: 'scope', areas: [], tokenCount, mostTokens: MOST_TOKENS }]
}

/** Largest number of cells that the finding lists one by one. */
const MOST_CELLS = 400

/**
 * Returns the cells beyond the noise floor, with the number that random directions would give. Returns an empty list if
 * there is no noise floor or no finite cell.
 */
function* noiseFinding(input: FindingInput): Sliced<readonly NoiseFinding[]> {
  const { noise } = input
  if (noise === undefined || noise.cellCount === 0) return []
  const areas = noise.outsideCount > MOST_CELLS ? [] : yield* cellsBeyond(input, noise)
  return [{ kind: 'noise', areas, ...noise }]
}

function* cellsBeyond(
  { tensor, queryIndex }: FindingInput,
  floor: NoiseCount,
): Sliced<readonly CellIndex[]> {
  const cells: CellIndex[] = []
  for (let layerIndex = 0; layerIndex < layerCountOf(tensor, queryIndex); layerIndex++) {
    const { values, offset, firstToken, length } = rowOf(tensor, queryIndex, layerIndex)
    for (let k = 0; k < length; k++) {
      const value = values[offset + k] ?? NaN
      if (isBeyond(value, floor)) cells.push({ layerIndex, tokenIndex: firstToken + k })
    }
    yield
  }
  return cells
}
