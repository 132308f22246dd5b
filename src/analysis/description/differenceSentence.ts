import { format } from 'd3-format'
import { wordsOf } from '../../tensor/Axes'
import { type Matrix } from '../../tensor/Matrix'
import { counted } from '../../text/counted'
import { listed, listedSome, MOST_NAMED } from '../../text/listed'
import {
  type AgreementFinding,
  type ChangedLayersFinding,
  type ChangedTokensFinding,
  type DifferenceFinding,
  type Finding,
  type OnlyInFinding,
} from '../findings/Finding'
import { cellPhrase, layerPhrase, tokenName, type Writing } from './Writing'

type AboutDifference =
  DifferenceFinding | AgreementFinding | ChangedLayersFinding | ChangedTokensFinding | OnlyInFinding

/** Whether a finding is about a difference. */
export function isAboutDifference(finding: Finding): finding is AboutDifference {
  const { kind } = finding
  return (
    kind === 'difference' ||
    kind === 'agreement' ||
    kind === 'changed-layers' ||
    kind === 'changed-tokens' ||
    kind === 'only-in'
  )
}

/** Returns the sentences of a finding about a difference. */
export function differenceSentence(
  finding: AboutDifference,
  matrix: Matrix,
  writing: Writing,
): string {
  switch (finding.kind) {
    case 'difference':
      return differenceText(finding, matrix, writing)
    case 'agreement':
      return agreementText(finding)
    case 'changed-layers':
      return layersText(finding, matrix, writing)
    case 'changed-tokens':
      return tokensText(finding, matrix, writing)
    case 'only-in':
      return onlyInText(finding, matrix, writing)
  }
}

function differenceText(finding: DifferenceFinding, matrix: Matrix, writing: Writing): string {
  const { count, mean, meanMagnitude, rootMeanSquare, largest } = finding
  if (rootMeanSquare === 0) {
    return count === 1
      ? 'A and B are equal in the only compared cell.'
      : `A and B are equal in all ${counted(count, 'compared cell')}.`
  }
  const number = writing.numbers([largest.value], [mean, meanMagnitude, rootMeanSquare])
  const cell = cellPhrase(matrix, largest, number(largest.value), writing)
  return `over ${counted(count, 'compared cell')}, A − B has the mean ${number(mean)}, the mean magnitude ${number(meanMagnitude)} and the root mean square ${number(rootMeanSquare)}; the largest difference is in ${cell}.`
}

/** The reason why no p-value is given. */
const NO_P =
  'No p-value is given: neighbouring cells are not independent, so a test that counts each as an observation would find a difference almost anywhere.'

function agreementText(finding: AgreementFinding): string {
  const { count, pearson, spearman, rankedCount, sameSignShare } = finding
  const ranked = rankedCount < count ? ` (over ${counted(rankedCount, 'evenly spaced cell')})` : ''
  const correlation = Number.isNaN(pearson)
    ? 'A or B is constant, so they have no correlation'
    : `A and B correlate with Pearson’s r = ${correlationText(pearson)} and Spearman’s ρ = ${correlationText(spearman)}${ranked}`
  return `${correlation}; ${percent(sameSignShare)} of the cells have the same sign in both. ${NO_P}`
}

/** Writes a correlation with two decimals, or with as many more as part it from 1. */
function correlationText(correlation: number): string {
  let digits = 2
  while (digits < 6 && Math.abs(correlation) < 1 && isOne(correlation.toFixed(digits))) digits++
  return format(`.${digits}f`)(correlation)
}

function isOne(text: string): boolean {
  return Math.abs(Number(text)) === 1
}

function percent(share: number): string {
  return `${format('.3~r')(share * 100)} %`
}

function layersText(finding: ChangedLayersFinding, { tensor }: Matrix, writing: Writing): string {
  const { firstLayer, lastLayer, meanMagnitude, restMagnitude, least } = finding
  const { row } = wordsOf(tensor)
  const number = writing.numbers([], [meanMagnitude, restMagnitude, least.meanMagnitude])
  const [first, last] = [firstLayer, lastLayer].map((layer) => layerPhrase(tensor, layer, writing))
  const where =
    firstLayer === lastLayer
      ? first
      : `${row.many} ${first?.slice(row.one.length + 1)} to ${last?.slice(row.one.length + 1)}`
  const lowest = layerPhrase(tensor, least.layerIndex, writing)
  return `A and B differ most in ${where}: the mean magnitude is ${number(meanMagnitude)} there and ${number(restMagnitude)} elsewhere; they differ least in ${lowest}, ${number(least.meanMagnitude)}.`
}

function tokensText({ tokens }: ChangedTokensFinding, matrix: Matrix, writing: Writing): string {
  const number = writing.numbers(
    [],
    tokens.flatMap(({ meanA, meanB, mean, meanMagnitude }) => [meanA, meanB, mean, meanMagnitude]),
  )
  const names = tokens.map(({ tokenIndex, meanA, meanB, mean, meanMagnitude }) => {
    const name = tokenName(matrix, tokenIndex, writing)
    return `${name} by ${number(meanMagnitude)} (means: A ${number(meanA)}, B ${number(meanB)}, A − B ${number(mean)})`
  })
  const { column, row } = wordsOf(matrix.tensor)
  return `the ${names.length === 1 ? column.one : column.many} that changed most, by the mean |A − B| over the ${row.many}: ${listed(names)}.`
}

function onlyInText(finding: OnlyInFinding, matrix: Matrix, writing: Writing): string {
  const { column } = wordsOf(matrix.tensor)
  const sides = [
    ['A', finding.onlyInA],
    ['B', finding.onlyInB],
  ] as const
  const parts = sides.flatMap(([name, tokens]) => {
    if (tokens.length === 0) return []
    const names = tokens.slice(0, MOST_NAMED).map((token) => tokenName(matrix, token, writing))
    return [
      `${counted(tokens.length, column.one, column.many)} only in ${name}, ${listedSome(names, tokens.length)}`,
    ]
  })
  const count = finding.onlyInA.length + finding.onlyInB.length
  return `${listed(parts)} ${count === 1 ? 'has' : 'have'} no difference.`
}
