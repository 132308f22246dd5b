import { type Matrix } from '../../tensor/Matrix'
import { sequenceIndex, tokenText } from '../../tensor/Tensor'
import { counted, grouped } from '../../text/counted'
import { listed, listedSome, MOST_NAMED } from '../../text/listed'
import { brief, probability, rounded } from '../../text/rounded'
import {
  type CellValue,
  type ExtremesFinding,
  type GroupFinding,
  type LeaderFinding,
  type NeutralFinding,
  type TrendFinding,
  type TrendsFinding,
} from '../findings/Finding'
import { type Writing, cellPhrase, layerPhrase, tokenName } from './Writing'

type TokenFinding =
  ExtremesFinding | NeutralFinding | TrendsFinding | TrendFinding | LeaderFinding | GroupFinding

/** Returns the sentence of a finding about tokens or cells, beginning with a small letter. */
export function tokenSentence(finding: TokenFinding, matrix: Matrix, writing: Writing): string {
  switch (finding.kind) {
    case 'highest':
    case 'lowest':
      return extremesText(finding, matrix, writing)
    case 'neutral':
      return neutralText(finding, matrix, writing)
    case 'trends':
      return trendsText(finding)
    case 'trend':
      return trendText(finding, matrix, writing)
    case 'leader':
      return leaderText(finding, matrix, writing)
    case 'group':
      return groupText(finding, matrix, writing)
  }
}

function extremesText(
  { kind, cells, tiedCount }: ExtremesFinding,
  matrix: Matrix,
  writing: Writing,
): string {
  const [first, second] = cells
  if (first === undefined) return ''
  const others = cells.slice(1).map(({ layerIndex, tokenIndex, value }) => {
    const layer = layerPhrase(matrix.tensor, layerIndex, writing)
    return `${layer}, ${tokenName(matrix, tokenIndex, writing)}, ${writing.number(value)}`
  })
  if (tiedCount > 0) others.push(`${counted(tiedCount, 'more cell')} that equal the last`)
  // Cells of equal value have no first among them.
  const isShared = first.value === second?.value
  const rest = others.length === 0 ? '' : `; ${isShared ? '' : 'then '}${others.join('; ')}`
  return `the ${kind} cell${isShared ? 's are' : ' is'} ${cellPhrase(matrix, first, writing)}${rest}.`
}

/** Largest number of neutral tokens that are named, those nearest to the middle first. */
const MOST_NEUTRAL = 16

function neutralText(finding: NeutralFinding, matrix: Matrix, writing: Writing): string {
  const { tokens, count, totalCount, center, low, high } = finding
  const [from, middle, to] = [low, center, high].map(rounded)
  const named = tokens.slice(0, MOST_NEUTRAL)
  const sides: readonly (readonly [string, NeutralFinding['tokens']])[] = [
    [`between ${middle} and ${to}`, named.filter(({ min }) => min >= center)],
    [
      `between ${from} and ${middle}`,
      named.filter(({ min, max }) => min < center && max <= center),
    ],
    ['on both sides', named.filter(({ min, max }) => min < center && max > center)],
  ]
  const parts = sides.flatMap(([where, some]) => {
    const names = some.map(({ tokenIndex }) => tokenName(matrix, tokenIndex, writing))
    return names.length === 0 ? [] : [`${where} ${listed(names)}`]
  })
  if (count > named.length)
    parts.push(`and ${grouped(count - named.length)} more, farther from ${middle}`)
  const verb = count === 1 ? 'stays' : 'stay'
  const head = `${grouped(count)} of ${counted(totalCount, 'token')} ${verb} between ${from} and ${to} in every layer`
  return count === 0 ? `${head}.` : `${head}: ${parts.join('; ')}.`
}

function trendsText(finding: TrendsFinding): string {
  const { risingCount, fallingCount, turningCount, totalCount, testedCount, level } = finding
  const counts = [
    verbed(fallingCount, 'fall'),
    verbed(risingCount, 'rise'),
    verbed(turningCount, 'turn'),
  ]
  const scope =
    testedCount < totalCount
      ? ` Only the ${grouped(testedCount)} with the largest range were tested.`
      : ''
  return `of ${counted(totalCount, 'token')}, ${listed(counts)} with depth (Kendall’s τ-b, false discovery rate ${level}).${scope}`
}

/** Returns a count with a verb: `1 falls`, `2 fall`. */
function verbed(count: number, verb: string): string {
  return `${grouped(count)} ${verb}${count === 1 ? 's' : ''}`
}

function trendText(
  { tokenIndex, first, last, turn, tau, correctedP, slope }: TrendFinding,
  matrix: Matrix,
  writing: Writing,
): string {
  const at = ({ layerIndex, value }: CellValue): string =>
    `${writing.number(value)} (${layerPhrase(matrix.tensor, layerIndex, writing)})`
  const token = tokenName(matrix, tokenIndex, writing)
  if (turn !== undefined) {
    const [before, after] = turn.value > first.value ? ['rises', 'falls'] : ['falls', 'rises']
    return `${token} ${before} from ${at(first)} to ${at(turn)}, then ${after} to ${at(last)} (${probability(correctedP)}).`
  }
  const verb = tau < 0 ? 'falls' : 'rises'
  // A token that mostly falls in small steps may still end above its start.
  const isPlain = tau < 0 === last.value < first.value
  const step = Number.isNaN(slope) ? '' : `, ${brief(slope)} a layer`
  return `${token} ${isPlain ? verb : `mostly ${verb},`} from ${at(first)} to ${at(last)}, τ = ${brief(tau)} (${probability(correctedP)})${step}.`
}

function leaderText(
  { end, leader, count, totalCount }: LeaderFinding,
  matrix: Matrix,
  writing: Writing,
): string {
  const { layerIndex, tokenIndex = 0 } = leader
  const [name, noun] =
    layerIndex === undefined
      ? [tokenName(matrix, tokenIndex, writing), 'layer']
      : [layerPhrase(matrix.tensor, layerIndex, writing), 'token']
  return `${name} holds the ${end} value of ${grouped(count)} of ${counted(totalCount, noun)}.`
}

const GROUP_NAMES = { special: 'special tokens', punctuation: 'punctuation' }

function groupText(finding: GroupFinding, matrix: Matrix, writing: Writing): string {
  const { mean, restMean, low, high, drawCount } = finding
  const difference = mean - restMean
  const isInside = difference >= low && difference <= high
  return (
    `${groupName(finding, matrix, writing)}: mean ${rounded(mean)}, others ${rounded(restMean)}, a difference ` +
    `${isInside ? 'inside' : 'outside'} what 95% of ${grouped(drawCount)} random groups give (${brief(low)} … ${brief(high)}).`
  )
}

function groupName({ group, tokens }: GroupFinding, matrix: Matrix, writing: Writing): string {
  const [first = 0] = tokens
  const isRepeated = group === 'repeated'
  const names = tokens.slice(0, MOST_NAMED).map((token) => {
    return isRepeated
      ? String(sequenceIndex(matrix.tensor, token))
      : tokenName(matrix, token, writing)
  })
  const list = listedSome(names, tokens.length)
  if (!isRepeated) return `${GROUP_NAMES[group]}, ${list}`
  const times = tokens.length === 2 ? 'twice' : `${grouped(tokens.length)} times`
  const text = tokenText(matrix.tensor, matrix.queryIndex, first) ?? ''
  return `${writing.quote(text)} occurs ${times}, at ${list}`
}
