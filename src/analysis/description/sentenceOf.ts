import { type Matrix } from '../../tensor/Matrix'
import { layerCountOf, queryOf } from '../../tensor/Tensor'
import { counted, grouped } from '../../text/counted'
import { listed, listedSome } from '../../text/listed'
import { brief, probability, rounded } from '../../text/rounded'
import {
  type AbsentFinding,
  type DistanceFinding,
  type Finding,
  type LayersFinding,
  type NoiseFinding,
  type QueriesFinding,
} from '../findings/Finding'
import { absentSentence } from './describe'
import { tokenSentence } from './tokenSentence'
import { type Writing, layerPhrase, tokenName } from './Writing'

/**
 * Returns one to three sentences that state a finding. `writing` formats the values of cells; computed figures are
 * rounded.
 */
export function sentenceOf(finding: Finding, matrix: Matrix, writing: Writing): string {
  const text = textOf(finding, matrix, writing)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function textOf(finding: Finding, matrix: Matrix, writing: Writing): string {
  if (finding.kind === 'layers') return layersText(finding, matrix, writing)
  if (finding.kind === 'distance') return distanceText(finding, matrix, writing)
  if (finding.kind === 'noise') return noiseText(finding)
  if (finding.kind === 'queries') return queriesText(finding, matrix, writing)
  if (finding.kind === 'absent') return absentText(finding, matrix)
  return tokenSentence(finding, matrix, writing)
}

function layersText(
  { strongest, weakest, farthest, change }: LayersFinding,
  { tensor }: Matrix,
  writing: Writing,
): string {
  const nameOf = (layerIndex: number): string => layerPhrase(tensor, layerIndex, writing)
  const means = `the mean magnitude is largest in ${nameOf(strongest.layerIndex)} (${rounded(strongest.value)}) and smallest in ${nameOf(weakest.layerIndex)} (${rounded(weakest.value)})`
  const most = `the largest magnitude, ${writing.number(farthest.value)}, is in ${listedSome(farthest.layers.map(nameOf))}`
  const step =
    change === undefined
      ? ''
      : ` The profile changes most from ${nameOf(change.layerIndex - 1)} to ${nameOf(change.layerIndex)}, by ${rounded(change.value)} on average.`
  return `${means}; ${most}.${step}`
}

/** Largest p-value of a significant trend, inclusive. */
const LEVEL = 0.05

function distanceText(
  { rho, p, tokenCount, curve }: DistanceFinding,
  matrix: Matrix,
  writing: Writing,
): string {
  const how = `(Spearman’s ρ = ${brief(rho)}, ${probability(p)}, ${counted(tokenCount, 'token')})`
  if (p > LEVEL) return `a token’s mean shows no clear trend with distance ${how}.`
  const partOf = (part: DistanceFinding['curve'][number] | undefined): string => {
    if (part === undefined) return ''
    const [far, near] = [part.farToken, part.nearToken].map((token) => {
      return tokenName(matrix, token, writing)
    })
    return `${rounded(part.mean)} for ${far === near ? near : `${far} to ${near}`}`
  }
  const ends = `nearest ${partOf(curve[0])}; farthest ${partOf(curve.at(-1))}`
  return `a token’s mean ${rho < 0 ? 'falls' : 'rises'} with distance ${how}: ${ends}.`
}

function noiseText(finding: NoiseFinding): string {
  const { size, limit, outsideCount, expectedCount, cellCount } = finding
  return (
    `${grouped(outsideCount)} of ${counted(cellCount, 'cell')} lie outside ±${rounded(limit)} (1.96/√${size}); ` +
    `random directions would put ${grouped(Math.round(expectedCount))} there.`
  )
}

function queriesText(
  { strongest, meanRho, minRho, maxRho, pairCount, comparedCount }: QueriesFinding,
  { tensor }: Matrix,
  writing: Writing,
): string {
  const names = strongest.map(({ queryIndex, tokenIndex, mean }) => {
    const token = tokenName({ tensor, queryIndex }, tokenIndex, writing)
    return `${token} for ${writing.prose(queryOf(tensor, queryIndex).label)} (${rounded(mean)})`
  })
  const range = pairCount > 1 ? ` on average (${brief(minRho)} to ${brief(maxRho)})` : ''
  const agreement =
    pairCount === 0
      ? ''
      : ` Over shared tokens the means of any two correlate with ρ = ${brief(meanRho)}${range}.`
  const total = tensor.queries.length
  const some =
    comparedCount < total
      ? `of the ${comparedCount} queries about this one (there are ${grouped(total)}), `
      : ''
  return `${some}the token with the highest mean is ${listed(names)}.${agreement}`
}

function absentText(finding: AbsentFinding, matrix: Matrix): string {
  const sentences = [...absentSentence(matrix, finding), 'No finding counts them.']
  return (finding.paddingCount > 0 ? [...sentences, paddingRule(matrix)] : sentences).join(' ')
}

function paddingRule(matrix: Matrix): string {
  const { tensor, queryIndex, columnCount, tokenCount, layerCount } = matrix
  if (columnCount > tokenCount) return 'Padding reaches up to the longest past of all queries.'
  if (layerCount > layerCountOf(tensor, queryIndex)) {
    return 'Padding reaches up to the layers of all queries.'
  }
  return `Short rows cover the ${tensor.align === 'start' ? 'first' : 'last'} tokens.`
}
