import { TensorError } from '../../tensor/TensorError'
import { plainCounted } from '../../text/counted'
import { absentNotices, markAbsent } from './AbsentValues'
import { type NamedTensor, type ReadTensors } from './Format'
import {
  dimensionNoun,
  type Arrangement,
  type Dimension,
  type FoundArray,
  type FoundFile,
  type NearTokens,
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
    ...tensors.flatMap(arrangementNotices),
    ...(opened.length < arrays.length
      ? [`The file has ${arrays.length} arrays; pick another under Axes.`]
      : []),
    ...absentNotices(absent),
  ]
  return { tensors, notices: [...new Set(notices)] }
}

/** Returns the arrays with cells. If any of them have two or more dimensions, returns only those. */
function usableOf(arrays: readonly FoundArray[]): readonly FoundArray[] {
  const filled = arrays.filter(({ values }) => values.length > 0)
  const matrices = filled.filter(({ dimensions }) => dimensions.length > 1)
  return matrices.length > 0 ? matrices : filled
}

/**
 * Returns sentences about how the dimensions of a foreign file were used, if the use is certain but not obvious, and
 * about further choices.
 */
function arrangementNotices({ found }: NamedTensor): string[] {
  if (found === undefined) return []
  const { choice, file, isCertain, doubt, zeroCount, mask, nearTokens } = found
  const { dimensions = [] } = file.arrays[choice.arrayIndex] ?? {}
  const parts = dimensions.flatMap((dimension, i) => partOf(dimension, i, choice.arrangement))
  return [
    ...(doubt === undefined ? [] : [doubt]),
    ...(parts.length === 0 || !isCertain ? [] : [`${parts.join('; ')}.`]),
    ...(nearTokens === undefined ? [] : [nearNotice(nearTokens)]),
    ...(zeroCount === 0
      ? []
      : [`${plainCounted(zeroCount, 'cell')} at the ends may be padding: see Axes.`]),
    ...(mask === undefined ? [] : [maskNotice(mask)]),
  ]
}

function maskNotice({ value, count }: Mask): string {
  return `${plainCounted(count, 'value')} of ${maskText(value)} may be a mask, left out of the colors: see Axes.`
}

function nearNotice({ listLength, size }: NearTokens): string {
  const moved = listLength > size ? 'leave out the first' : 'begin with the second column'
  return `${plainCounted(listLength, 'token')} for ${plainCounted(size, 'column')}: they are left out. Axes can ${moved}.`
}

/** The arrangements of plain matrices. */
const PLAIN = /^(?:layer,)?token$/

/**
 * Returns a phrase about one dimension. Returns none for plain matrices, for dimensions that are named like their
 * roles, and for those with one index.
 */
function partOf(dimension: Dimension, index: number, arrangement: Arrangement): readonly string[] {
  const noun = dimensionNoun(dimension, index)
  const role = arrangement[index]
  if (typeof role !== 'string') return dimension.size < 2 ? [] : [`${noun} fixed at ${role}`]
  if (role === 'layer' && isCountingDown(dimension.labels ?? [])) {
    return [`${noun} is ${role} (counting down, flipped)`]
  }
  const isPlain = PLAIN.test(arrangement.join()) || noun.toLowerCase() === role
  return isPlain ? [] : [`${noun} is ${role}`]
}
