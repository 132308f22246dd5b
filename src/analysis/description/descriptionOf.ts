import { wordsOf } from '../../tensor/Axes'
import { withArticle } from '../../text/nounOf'
import { type Matrix } from '../../tensor/Matrix'
import { type Windows } from '../../tensor/Windows'
import { counted } from '../../text/counted'
import { type Finding } from '../findings/Finding'
import { type Statistics } from '../Statistics'
import { columnsSentence, finiteName, layersSentence, subjectSentence } from './describe'
import { operandSentences } from './operandSentences'
import { partSentence } from './partSentence'
import { plainDescription, type Line, type Passage } from './Passage'
import { sentenceOf } from './sentenceOf'
import { type Writing } from './Writing'

/** The contents of a description. */
export interface DescriptionInput {
  /** Title of the figure. */
  readonly title: string
  readonly matrix: Matrix
  readonly statistics: Statistics
  readonly findings: readonly Finding[]
  readonly isUpward: boolean
  /** A sentence that states which values count. */
  readonly note?: string
  /** Ends of the color domain; absent if no value is finite. */
  readonly domain?: { readonly low: number; readonly high: number }
  /** The visible part of the matrix; default all of it. */
  readonly windows?: Windows
  /** The matrix of which this one is the visible part, if its figure shows no more of it. */
  readonly whole?: Matrix
}

/**
 * Largest number of words, headings included; findings are left out until the description fits or none can be left out.
 */
const MOST_WORDS = 400

/** Names of the lines in the detailed analysis; findings of other kinds are key observations. */
const DETAILS: Partial<Record<Finding['kind'], string>> = {
  highest: 'Highest',
  lowest: 'Lowest',
  neutral: 'Neutral',
  trends: 'Gradients',
  trend: 'Gradients',
  difference: 'Difference',
  'changed-layers': 'By layer',
  'changed-tokens': 'By token',
  'only-in': 'Only in one',
}
/** Steps by which too long a description is shortened: each keeps at most `keptCount` findings of a kind. */
const LEFT_OUT: readonly (readonly [kind: Finding['kind'], keptCount: number])[] = [
  ['trend', 4],
  ['queries', 0],
  ['group', 2],
  ['leader', 1],
  ['trend', 2],
  ['leader', 0],
  ['distance', 0],
  ['group', 1],
  ['noise', 0],
  ['group', 0],
  ['trend', 0],
  ['neutral', 0],
]

/** Returns the text alternative of a figure, made from its findings; it is the same for the same input. */
export function descriptionOf(input: DescriptionInput, writing: Writing): readonly Passage[] {
  let findings = input.findings
  for (;;) {
    const passages = passagesOf(input, findings, writing)
    const last = wordCount(passages) > MOST_WORDS ? leastOf(findings) : undefined
    if (last === undefined) return passages
    findings = findings.filter((finding) => finding !== last)
  }
}

/** Returns the finding to leave out next, or undefined if none may be left out. */
function leastOf(findings: readonly Finding[]): Finding | undefined {
  for (const [wanted, keptCount] of LEFT_OUT) {
    const some = findings.filter(({ kind }) => kind === wanted)
    if (some.length > keptCount) return some.at(-1)
  }
  return undefined
}

function passagesOf(
  input: DescriptionInput,
  findings: readonly Finding[],
  writing: Writing,
): readonly Passage[] {
  const { title, matrix } = input
  const said = (isWanted: (kind: Finding['kind']) => boolean): readonly Line[] => {
    return linesOf(
      findings.filter(({ kind }) => isWanted(kind)),
      matrix,
      writing,
    )
  }
  const passages = [
    { heading: writing.prose(title), lines: [] },
    { heading: 'Overview', lines: [{ text: overview(input, writing) }, ...partLines(input)] },
    { heading: 'Axes', lines: axes(input, writing) },
    { heading: 'Detailed analysis', lines: said((kind) => kind in DETAILS) },
    {
      heading: 'Key observations',
      lines: [
        ...said((kind) => !(kind in DETAILS) && !isLeftOut(kind)),
        ...leftOutLines(input.findings.length - findings.length),
      ],
    },
    {
      heading: 'What the data does not show',
      lines: [...said(isLeftOut), ...limits(input.findings, matrix)],
    },
  ]
  return passages.filter(({ lines }, index) => index === 0 || lines.length > 0)
}

/** Returns true for findings about what no other finding counts. */
function isLeftOut(kind: Finding['kind']): boolean {
  return kind === 'absent' || kind === 'scope'
}

/** Returns one line for each name, and one for each finding without a name. */
function linesOf(findings: readonly Finding[], matrix: Matrix, writing: Writing): readonly Line[] {
  const lines: Line[] = []
  for (const finding of findings) {
    const text = sentenceOf(finding, matrix, writing)
    const name = DETAILS[finding.kind]
    const last = lines.at(-1)
    if (name === undefined) lines.push({ text })
    else if (last?.name !== name) lines.push({ name, text })
    else lines[lines.length - 1] = { name, text: `${last.text} ${text}` }
  }
  return lines
}

function overview({ matrix, statistics, note }: DescriptionInput, writing: Writing): string {
  const { min, max, median, finiteCount } = statistics
  const what = [subjectSentence(matrix, writing), ...operandSentences(matrix, writing.prose)].join(
    ' ',
  )
  if (matrix.layerCount === 0 || matrix.columnCount === 0) return `${what} It has no cells.`
  if (finiteCount === 0) return `${what} No cell has a finite value.`
  const number = writing.numbers([min, max], [median])
  const name = finiteName(statistics)
  if (finiteCount === 1) return `${what} The only ${name} is ${number(min)}.`
  if (min === max) return `${what} All ${name}s are ${number(min)}.`
  const range = `${capital(name)}s run from ${number(min)} to ${number(max)}; the median is ${number(median)}.`
  return [what, range, ...(note === undefined ? [] : [note])].join(' ')
}

/** Returns the line about the part of a matrix that a figure shows. */
function partLines({ matrix, windows, whole }: DescriptionInput): readonly Line[] {
  const ofWhole = whole === undefined ? [] : [`This is the visible part of ${shapeOf(whole)}.`]
  return [...partSentence(matrix, windows), ...ofWhole].map((text) => ({ text }))
}

function shapeOf({ tensor, layerCount, tokenCount }: Matrix): string {
  const { row, past } = wordsOf(tensor)
  return `${counted(layerCount, row.one, row.many)} by ${counted(tokenCount, past.one, past.many)}`
}

/** Returns the line about findings that were left out to keep the description short. */
function leftOutLines(count: number): readonly Line[] {
  if (count === 0) return []
  return [
    { text: `${counted(count, 'further finding')} ${count === 1 ? 'is' : 'are'} in the panel.` },
  ]
}

function axes(
  { matrix, isUpward, domain, windows }: DescriptionInput,
  writing: Writing,
): readonly Line[] {
  if (matrix.layerCount === 0 || matrix.columnCount === 0) return []
  const colors = domain === undefined ? [] : [colorsSentence(domain, writing)]
  const sentences = [
    columnsSentence(matrix, windows),
    ...layersSentence(matrix, { writing, isUpward, ...(windows && { windows }) }),
    ...colors,
  ]
  return [{ text: sentences.join(' ') }]
}

function colorsSentence(
  { low, high }: NonNullable<DescriptionInput['domain']>,
  writing: Writing,
): string {
  const number = writing.numbers([], [low, high])
  return `Colors run from ${number(low)} to ${number(high)}.`
}

/** Returns lines about conclusions that the findings do not support. */
function limits(findings: readonly Finding[], { tensor }: Matrix): readonly Line[] {
  const { one } = wordsOf(tensor).column
  const has = (kind: Finding['kind']): boolean => findings.some((finding) => finding.kind === kind)
  const sentences = [
    has('highest') ? 'Why a similarity is high or low, or groups differ.' : '',
    has('difference') ? 'Why A and B differ, and whether chance alone gives that.' : '',
    has('trends')
      ? `Whether ${withArticle(one)} without a trend has none: the test is strict.`
      : '',
    has('highest') && !has('noise')
      ? 'Which values chance alone gives: these have no noise floor.'
      : '',
  ]
  return sentences.filter((text) => text !== '').map((text) => ({ text }))
}

function wordCount(passages: readonly Passage[]): number {
  return plainDescription(passages).split(/\s+/).length
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
