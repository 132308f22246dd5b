import { TensorError } from '../../tensor/TensorError'
import { grouped, plainCounted } from '../../text/counted'
import { nounOf, type Noun } from '../../text/nounOf'
import { absentNotices, markAbsent } from './AbsentValues'
import { type NamedTensor, type ReadTensors } from './Format'
import {
  dimensionNoun,
  type Dimension,
  type FoundArray,
  type FoundFile,
  type FoundOrigin,
  type NearTokens,
  type Role,
} from './FoundFile'
import { likeliestFirst } from './likeliestFirst'
import { maskText, type Mask } from './maskOf'
import { inNumericOrder } from './numericOrder'
import { isCountingDown } from './roleOfName'
import { firstChoice, tensorOfChoice } from './tensorOfChoice'

const BY_ORDER = 'Rows taken as layers: nothing in the file says so.'

/** If a file has more arrays than this, only the first one is opened. The others can be selected later. */
const MAX_OPENED = 5

/**
 * Returns the tensors of a file of another tool, arranged by its names, labels and lengths. `name` is the file's name
 * without its extension. Masks in the arrays become NaN in place. Throws TensorError if there are no numbers.
 */
export function tensorsOfFound(file: FoundFile, name: string): ReadTensors {
  const ordered = usableOf(file.arrays).map(inNumericOrder)
  const arrays = likeliestFirst(
    ordered.map(({ array }) => array),
    file.tokenLists,
  )
  if (arrays.length === 0) {
    throw new TensorError({
      tag: 'empty',
      message: `“${name}” holds no numbers.`,
      advice: 'Open a file with a matrix of numbers, layers × tokens.',
    })
  }
  const absent = arrays.map(markAbsent)
  const usable = { ...file, arrays }
  const opened = arrays.length > MAX_OPENED ? arrays.slice(0, 1) : arrays
  const choices = opened.map((_, arrayIndex) => firstChoice(usable, arrayIndex))
  const tensors = choices.map(({ choice, certainty }) =>
    tensorOfChoice(usable, choice, { fileName: name, ...certainty }),
  )
  const notices = [
    ...file.notices,
    ...ordered.flatMap((one) => one.notices),
    ...(choices.some(({ isByOrder }) => isByOrder) ? [BY_ORDER] : []),
    ...tensors.flatMap((tensor) => [...usesOf(tensor), ...arrangementNotices(tensor)]),
    ...(opened.length < arrays.length
      ? [`The file has ${arrays.length} arrays; pick another under Axes.`]
      : []),
    ...absentNotices(absent),
  ]
  const understood = [...(file.understood ?? []), ...tensors.flatMap(usesOf)]
  return { tensors, notices: [...new Set(notices)], understood }
}

/** Returns the arrays with cells. If any of them have two or more dimensions, returns only those. */
function usableOf(arrays: readonly FoundArray[]): readonly FoundArray[] {
  const filled = arrays.filter(({ values }) => values.length > 0)
  const matrices = filled.filter(({ dimensions }) => dimensions.length > 1)
  return matrices.length > 0 ? matrices : filled
}

/** Returns sentences about uncertain or unusual uses of a foreign file's dimensions, and about further choices. */
function arrangementNotices({ found }: NamedTensor): readonly string[] {
  if (found === undefined) return []
  const { doubt, zeroCount, mask, nearTokens, isCertain } = found
  return [
    ...(doubt === undefined ? [] : [doubt]),
    ...(isCertain ? usedDimensions(found).flatMap(unusualUse) : []),
    ...(nearTokens === undefined ? [] : [nearNotice(nearTokens)]),
    ...(zeroCount === 0 ? [] : [zeroNotice(zeroCount)]),
    ...(mask === undefined ? [] : [maskNotice(mask)]),
  ]
}

/** Returns a sentence about a dimension that is fixed at one of its indices, or whose rows are turned round. */
function unusualUse({ noun, use, dimension }: UsedDimension): readonly string[] {
  if (typeof use === 'number') return dimension.size > 1 ? [`${noun} fixed at ${use}.`] : []
  return use === 'layer' && isCountingDown(dimension.labels ?? [])
    ? [`${noun} counts down. It is flipped, so that the first layer has index 0.`]
    : []
}

function zeroNotice(count: number): string {
  return count === 1
    ? '1 zero at a row end may be padding. Decide under Axes.'
    : `${grouped(count)} zeros at row ends may be padding. Decide under Axes.`
}

function maskNotice({ value, count }: Mask): string {
  return `${plainCounted(count, 'value')} of ${maskText(value)} may be a mask, left out of the colors. Decide under Axes.`
}

function nearNotice({ listLength, size }: NearTokens): string {
  const moved = listLength > size ? 'leave out the first' : 'begin with the second column'
  return `${plainCounted(listLength, 'token')} for ${plainCounted(size, 'column')}: they are left out. Axes can ${moved}.`
}

/** The arrangements of plain matrices. */
const PLAIN = /^(?:layer,)?token$/

/**
 * Returns a text about how the dimensions of a foreign file are used: “Rows: heads. Columns: source tokens. One figure
 * per prompt.” Returns none for plain matrices, for dimensions that are named like their roles, and if the use is not
 * certain.
 */
function usesOf({ found }: NamedTensor): readonly string[] {
  if (found?.isCertain !== true || PLAIN.test(found.choice.arrangement.join())) return []
  const used = usedDimensions(found)
  const sentences = ROLES.flatMap(([role, sentence]) => {
    const noun = used.find(({ use }) => use === role)?.noun
    return noun === undefined || noun.toLowerCase() === role ? [] : [`${sentence(nounOf(noun))}.`]
  })
  return sentences.length === 0 ? [] : [sentences.join(' ')]
}

interface UsedDimension {
  readonly dimension: Dimension
  readonly noun: string
  readonly use: Role | number | undefined
}

function usedDimensions({ choice, file }: FoundOrigin): readonly UsedDimension[] {
  const { dimensions = [] } = file.arrays[choice.arrayIndex] ?? {}
  return dimensions.map((dimension, index) => ({
    dimension,
    noun: dimensionNoun(dimension, index),
    use: choice.arrangement[index],
  }))
}

/** The sentence about each role, without its full stop. */
const ROLES: readonly (readonly [role: Role, sentence: (noun: Noun) => string])[] = [
  ['layer', ({ many }) => `Rows: ${many}`],
  ['token', ({ many }) => `Columns: ${many}`],
  ['query', ({ one }) => `One figure per ${one}`],
]
