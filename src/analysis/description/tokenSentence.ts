import { wordsOf } from '../../tensor/Axes'
import { type Matrix } from '../../tensor/Matrix'
import { sequenceIndex, tokenText } from '../../tensor/Tensor'
import { counted, grouped } from '../../text/counted'
import { listedSome, MOST_NAMED } from '../../text/listed'
import { brief, probability } from '../../text/rounded'
import { withArticle } from '../../text/nounOf'
import {
  type ExtremesFinding,
  type GroupFinding,
  type LeaderFinding,
  type NeutralFinding,
  type TrendFinding,
  type TrendsFinding,
} from '../findings/Finding'
import { LEAST_GROUPS } from '../findings/tokenGroups'
import { MOST_SLOPED } from '../findings/trendOf'
import { type CellIndex } from '../Statistics'
import { type NumberText } from './numberTexts'
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
      return trendsText(finding, matrix)
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
  const number = writing.numbers(cells.map(({ value }) => value))
  const texts = cells.map(({ value }) => number(value))
  const last = texts.at(-1) ?? ''
  // If many cells have the last value, they are counted, and the first few of them are named.
  const alone = tiedCount === 0 ? texts.length : texts.indexOf(last)
  const nameOf = ({ layerIndex, tokenIndex }: CellIndex): string =>
    `${layerPhrase(matrix.tensor, layerIndex, writing)}, ${tokenName(matrix, tokenIndex, writing)}`
  const sharedCount = cells.length - alone + tiedCount
  const names = cells.slice(alone, alone + MOST_NAMED).map(nameOf)
  const more = sharedCount > names.length ? [`and ${grouped(sharedCount - names.length)} more`] : []
  const shared = `: ${[...names, ...more].join('; ')}`
  if (alone === 0) {
    return `${counted(sharedCount, 'cell')} share the ${kind} value, ${last}${shared}.`
  }
  const others = cells.slice(1, alone).map((cell, k) => `${nameOf(cell)}, ${texts[k + 1]}`)
  if (alone < cells.length) others.push(`${counted(sharedCount, 'cell')} of ${last}${shared}`)
  // Cells of equal value have no first among them.
  const isShared = second !== undefined && alone > 1 && texts[0] === texts[1]
  const rest = others.length === 0 ? '' : `; ${isShared ? '' : 'then '}${others.join('; ')}`
  const phrase = cellPhrase(matrix, first, number(first.value), writing)
  return `the ${kind} cell${isShared ? 's are' : ' is'} ${phrase}${rest}.`
}

function neutralText(finding: NeutralFinding, matrix: Matrix, writing: Writing): string {
  const { tokens, count, totalCount, center, low, high } = finding
  // A noise floor is not computed from values, and has none of their rounding errors.
  const number =
    'size' in finding.band ? writing.numbers([high]) : writing.numbers([], [low, center, high])
  const [from, middle, to] = [low, center, high].map(number)
  const sides: readonly (readonly [string, NeutralFinding['tokens']])[] = [
    [`between ${middle} and ${to}`, tokens.filter(({ min }) => min >= center)],
    [
      `between ${from} and ${middle}`,
      tokens.filter(({ min, max }) => min < center && max <= center),
    ],
    [`crossing ${middle}:`, tokens.filter(({ min, max }) => min < center && max > center)],
  ]
  const parts = sides.flatMap(([where, some]) => {
    const names = some.map(({ tokenIndex }) => tokenName(matrix, tokenIndex, writing))
    return names.length === 0 ? [] : [`${where} ${listedSome(names)}`]
  })
  if (count > tokens.length)
    parts.push(`and ${grouped(count - tokens.length)} more, farther from ${middle}`)
  const band = bandText(finding, number)
  const { row, column } = wordsOf(matrix.tensor)
  const total = counted(totalCount, column.one, column.many)
  const head = `${grouped(count)} of ${total} ${verbed(count, 'stay')} ${band} in every ${row.one}`
  return count === 0 ? `${head}.` : `${head}: ${parts.join('; ')}.`
}

function bandText({ band, low, center, high }: NeutralFinding, number: NumberText): string {
  if ('size' in band) return `within the noise floor of ±${number(high)} (1.96/√${band.size})`
  const middle = center === 0 ? '0' : 'the median'
  return `between ${number(low)} and ${number(high)}, ${percent(band.share)} of the color range about ${middle},`
}

function trendsText(finding: TrendsFinding, { tensor, tokenCount }: Matrix): string {
  const { row, column } = wordsOf(tensor)
  const { risingCount, fallingCount, totalCount, testedCount, level } = finding
  const { layerCount, testedLayerCount } = finding
  const some = totalCount < tokenCount ? ' with at least 4 values' : ''
  const fall = `${grouped(fallingCount)} ${verbed(fallingCount, 'fall')}`
  const rise = `${grouped(risingCount)} ${verbed(risingCount, 'rise')}`
  const tokens =
    testedCount < totalCount
      ? [
          `Only the ${counted(testedCount, column.one, column.many)} that ${verbed(testedCount, 'move')} most from ${row.one} to ${row.one} ${testedCount === 1 ? 'was' : 'were'} tested.`,
        ]
      : []
  const slopes =
    layerCount > MOST_SLOPED ? `, and ${grouped(MOST_SLOPED)} give the median slopes` : ''
  const layers =
    testedLayerCount < layerCount
      ? [
          `Of ${counted(layerCount, row.one, row.many)}, ${grouped(testedLayerCount)} evenly spaced ones were tested${slopes}.`,
        ]
      : []
  const how = `(Kendall’s S, signs of the steps flipped; p corrected for ${counted(testedCount, 'test')}, false discovery rate ${percent(level)})`
  const total = counted(totalCount, column.one, column.many)
  return [
    fallingCount + risingCount === 0
      ? `no ${column.one} changes consistently with depth: of ${total}${some}, none falls or rises more than a walk without drift ${how}.`
      : `of ${total}${some}, ${fall} and ${rise} with depth more than a walk without drift ${how}.`,
    'The test is strict: it assumes only that by chance a step up is as likely as a step down.',
    ...tokens,
    ...layers,
  ].join(' ')
}

/** Returns the form of a verb after a count: 1 `falls`, 2 `fall`. */
function verbed(count: number, verb: string): string {
  return count === 1 ? `${verb}s` : verb
}

function percent(share: number): string {
  return `${brief(share * 100)} %`
}

function trendText(finding: TrendFinding, matrix: Matrix, writing: Writing): string {
  const { tokenIndex, direction, first, last, turn, tau, correctedP, slope } = finding
  const cells = turn === undefined ? [first, last] : [first, turn, last]
  const number = writing.numbers(cells.map(({ value }) => value))
  const [from, ...rest] = cells.map(
    ({ layerIndex, value }) =>
      `${number(value)} (${layerPhrase(matrix.tensor, layerIndex, writing)})`,
  )
  const ways = `from ${from} ${rest.map((to) => `to ${to}`).join(', then ')}`
  const steps = `${grouped(finding.upCount)} of ${counted(finding.stepCount, 'step')} ${finding.upCount === 1 ? 'goes' : 'go'} up`
  const name = tokenName(matrix, tokenIndex, writing)
  const pace = `the median slope is ${brief(slope)} ${withArticle(wordsOf(matrix.tensor).row.one)}`
  if (direction === undefined) return `${name} goes ${ways}; ${steps}; ${pace}.`
  return `${name} ${direction}s ${ways}; ${steps}; τ = ${brief(tau)}, corrected ${probability(correctedP)}; ${pace}.`
}

function leaderText(
  { end, leader, count, totalCount, p }: LeaderFinding,
  matrix: Matrix,
  writing: Writing,
): string {
  const { layerIndex, tokenIndex = 0 } = leader
  const { row, column } = wordsOf(matrix.tensor)
  const [name, { one, many }] =
    layerIndex === undefined
      ? [tokenName(matrix, tokenIndex, writing), row]
      : [layerPhrase(matrix.tensor, layerIndex, writing), column]
  return `${name} holds the ${end} value of ${grouped(count)} of ${counted(totalCount, one, many)}, more often than by chance (${probability(p)}).`
}

function groupText(finding: GroupFinding, matrix: Matrix, writing: Writing): string {
  const { mean, restMean } = finding
  const number = writing.numbers([], [mean, restMean])
  const name = groupName(finding, matrix, writing)
  return `${name}: mean ${number(mean)}, others ${number(restMean)}; ${verdictOf(finding)}.`
}

/** Largest p-value of a difference that is beyond chance, inclusive. */
const LEVEL = 0.05

function verdictOf({ tokens, p, groupCount, testCount }: GroupFinding): string {
  if (p === undefined) {
    if (tokens.length === 1) return 'one alone is not tested'
    // Enough such groups exist, but the test compares with a single token.
    return groupCount >= LEAST_GROUPS
      ? 'a single other is not tested'
      : `only ${counted(groupCount, 'group')} of this size ${groupCount === 1 ? 'exists' : 'exist'}, too few for a test`
  }
  const correction = testCount === 1 ? '' : `, corrected for ${counted(testCount, 'group')}`
  const verdict =
    p <= LEVEL ? 'a difference that chance hardly gives' : 'not distinguishable from chance'
  return `${verdict} (${probability(p)}${correction}, against a walk without drift)`
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
  if (group === 'punctuation') return `punctuation, ${list}`
  if (group === 'special') return `special ${wordsOf(matrix.tensor).column.many}, ${list}`
  const times = tokens.length === 2 ? 'twice' : `${grouped(tokens.length)} times`
  const text = tokenText(matrix.tensor, matrix.queryIndex, first) ?? ''
  return `${writing.quote(text)} occurs ${times}, at ${list}`
}
