import { wordsOf } from '../../tensor/Axes'
import { type Matrix } from '../../tensor/Matrix'
import { layerCountOf, queryOf, type Tensor } from '../../tensor/Tensor'
import { counted, grouped } from '../../text/counted'
import { listed, listedSome, MOST_NAMED } from '../../text/listed'
import { brief, expected, probability, rounded } from '../../text/rounded'
import { withArticle } from '../../text/nounOf'
import {
  type AbsentFinding,
  type DistanceFinding,
  type DistancePart,
  type Finding,
  type LayersFinding,
  type LayerValue,
  type NoiseFinding,
  type QueriesFinding,
  type ScopeFinding,
} from '../findings/Finding'
import { MOST_P } from '../findings/walkTest'
import { absentSentence } from './describe'
import { noiseFormula } from './noiseFormula'
import { differenceSentence, isAboutDifference } from './differenceSentence'
import { tokenSentence } from './tokenSentence'
import { type Writing, layerPhrase, tokenName } from './Writing'

/** Returns one to five sentences that state a finding. */
export function sentenceOf(finding: Finding, matrix: Matrix, writing: Writing): string {
  return sentenceCase(textOf(finding, matrix, writing))
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function textOf(finding: Finding, matrix: Matrix, writing: Writing): string {
  if (finding.kind === 'layers') return layersText(finding, matrix, writing)
  if (finding.kind === 'distance') return distanceText(finding, matrix, writing)
  if (finding.kind === 'noise') return noiseText(finding)
  if (finding.kind === 'queries') return queriesText(finding, matrix, writing)
  if (finding.kind === 'absent') return absentText(finding, matrix)
  if (finding.kind === 'scope') return scopeText(finding, matrix)
  if (isAboutDifference(finding)) return differenceSentence(finding, matrix, writing)
  return tokenSentence(finding, matrix, writing)
}

function layersText(
  { means, farthest, change }: LayersFinding,
  { tensor }: Matrix,
  writing: Writing,
): string {
  const nameOf = (layerIndex: number): string => layerPhrase(tensor, layerIndex, writing)
  const named = ({ layers }: LayerValue): string =>
    listedSome(layers.slice(0, MOST_NAMED).map(nameOf), layers.length)
  const numbers = means === undefined ? [] : [means.strongest.value, means.weakest.value]
  const number = writing.numbers([farthest.value], numbers)
  const valued = (layers: LayerValue): string => `${named(layers)} (${number(layers.value)})`
  const mean =
    means === undefined
      ? `the values of each ${wordsOf(tensor).row.one} sum to 1, so their means are not compared`
      : `the mean magnitude is largest in ${valued(means.strongest)} and smallest in ${valued(means.weakest)}`
  const most = `the largest magnitude, ${number(farthest.value)}, is in ${named(farthest)}`
  const caution = cautionOf(tensor)
  if (change === undefined) return `${mean}; ${most}. ${caution}`
  const steps = change.layers
    .slice(0, MOST_NAMED)
    .map((layer) => `from ${nameOf(layer - 1)} to ${nameOf(layer)}`)
  return `${mean}; ${most}. The profile changes most ${listedSome(steps, change.layers.length)}, by ${writing.numbers([], [change.value])(change.value)} on average. ${caution}`
}

/** Returns the sentence that says that a row with large values need not matter: https://arxiv.org/abs/2605.14075. */
function cautionOf({ metric, axes }: Tensor): string {
  const { row, hasDepth } = wordsOf({ axes })
  return hasDepth && /cosine/iu.test(metric)
    ? `${sentenceCase(withArticle(row.one))}’s cosine says little about its importance (arXiv 2605.14075).`
    : 'Large values need not be important ones.'
}

/** Largest p-value of a significant trend, inclusive. */
const LEVEL = 0.05

function distanceText(
  { tau, p, tokenCount, testedCount, nearest, farthest }: DistanceFinding,
  matrix: Matrix,
  writing: Writing,
): string {
  const { one, many } = wordsOf(matrix.tensor).column
  const tokens =
    testedCount < tokenCount
      ? `${grouped(testedCount)} of ${counted(tokenCount, one, many)}, evenly spaced`
      : counted(tokenCount, one, many)
  const how = `(Kendall’s τ = ${brief(tau)}, ${p > MOST_P ? `p > ${MOST_P}` : probability(p)} against a walk without drift, ${tokens})`
  const number = writing.numbers([], [nearest.mean, farthest.mean])
  const partOf = (part: DistancePart): string => {
    const [far, near] = [part.farToken, part.nearToken].map((token) => {
      return tokenName(matrix, token, writing)
    })
    return `${number(part.mean)} for ${far === near ? near : `${far} to ${near}`}`
  }
  const ends = `nearest ${partOf(nearest)}; farthest ${partOf(farthest)}`
  // Ranks may rise where the means at the ends fall.
  const isPlain = tau < 0 === farthest.mean < nearest.mean
  const trend =
    p <= LEVEL && isPlain
      ? `${tau < 0 ? 'falls' : 'rises'} with distance beyond chance`
      : 'has no trend with distance beyond chance'
  return `${withArticle(one)}’s mean ${trend} ${how}: ${ends}.`
}

function noiseText(finding: NoiseFinding): string {
  const { otherSize, limit, outsideCount, expectedCount, cellCount } = finding
  return (
    `${grouped(outsideCount)} of ${counted(cellCount, 'cell')} ${outsideCount === 1 ? 'lies' : 'lie'} outside ±${rounded(limit)} (${noiseFormula(finding)}); ` +
    `random directions would put ${expected(expectedCount)} there${otherSize === undefined ? '' : ', if those of A and B are independent'}.`
  )
}

function queriesText(finding: QueriesFinding, { tensor }: Matrix, writing: Writing): string {
  const { strongest, comparedCount } = finding
  const { query, column } = wordsOf(tensor)
  const number = writing.numbers(
    [],
    strongest.map(({ mean }) => mean),
  )
  const names = strongest.map(({ queryIndex, tokenIndex, mean, tiedCount }) => {
    const token = tokenName({ tensor, queryIndex }, tokenIndex, writing)
    const tied = tiedCount === 0 ? '' : ` (and ${counted(tiedCount, 'other')})`
    return `${token}${tied} for ${writing.prose(queryOf(tensor, queryIndex).label)} (${number(mean)})`
  })
  const total = tensor.queries.length
  const some =
    comparedCount < total
      ? `of the ${comparedCount} ${query.many} about this one (there are ${grouped(total)}), `
      : ''
  return `${some}the ${column.one} with the highest mean is ${listed(names)}.${agreementText(finding, tensor)}`
}

function agreementText(finding: QueriesFinding, tensor: Tensor): string {
  const { query, column } = wordsOf(tensor)
  const { meanRho, minRho, maxRho, pairCount, allPairCount, minShared, maxShared } = finding
  if (pairCount === 0) return ''
  const shared =
    minShared === maxShared ? grouped(minShared) : `${grouped(minShared)} to ${grouped(maxShared)}`
  if (allPairCount === 1) {
    return ` Over the ${shared} ${column.many} that both have, the means of the two correlate with Spearman’s ρ = ${brief(meanRho)}.`
  }
  const range = pairCount > 1 ? ` on average (${brief(minRho)} to ${brief(maxRho)})` : ''
  const pairs =
    pairCount === allPairCount
      ? 'the means of any two correlate'
      : `the means of ${grouped(pairCount)} of ${grouped(allPairCount)} pairs ${pairCount === 1 ? 'correlates' : 'correlate'}`
  return ` Over the ${shared} ${column.many} that two ${query.many} share, ${pairs} with Spearman’s ρ = ${brief(meanRho)}${range}.`
}

function scopeText({ tokenCount, mostTokens }: ScopeFinding, { tensor }: Matrix): string {
  const { query, column, past } = wordsOf(tensor)
  const count = counted(tokenCount, past.one, past.many)
  return `this ${query.one} has ${count}: findings about single ${column.many} are made of up to ${grouped(mostTokens)}, and left out.`
}

function absentText(finding: AbsentFinding, matrix: Matrix): string {
  const { missingCount, aboveCount, belowCount, paddingCount } = finding
  const isOne = missingCount + aboveCount + belowCount + paddingCount === 1
  const sentences = [
    ...absentSentence(matrix, finding),
    `No finding counts ${isOne ? 'it' : 'them'}.`,
  ]
  return (finding.paddingCount > 0 ? [...sentences, paddingRule(matrix)] : sentences).join(' ')
}

function paddingRule(matrix: Matrix): string {
  const { tensor, queryIndex, columnCount, tokenCount, layerCount, starts } = matrix
  const isLonger = columnCount > tokenCount && starts === undefined
  const { query, row, column, hasDistance } = wordsOf(tensor)
  const reaches = [
    ...(isLonger ? [`the longest ${hasDistance ? 'past' : 'row'}`] : []),
    ...(layerCount > layerCountOf(tensor, queryIndex) ? [`the most ${row.many}`] : []),
  ]
  if (reaches.length > 0) return `Padding reaches up to ${listed(reaches)} of all ${query.many}.`
  return `Short rows cover the ${tensor.align === 'start' ? 'first' : 'last'} ${column.many}.`
}
