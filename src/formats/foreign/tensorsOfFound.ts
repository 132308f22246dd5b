import { TensorError } from '../../tensor/TensorError'
import { plainCounted } from '../../text/counted'
import { absentNotices, markAbsent } from './AbsentValues'
import { firstChoice } from './arrangementOf'
import { type NamedTensor, type ReadTensors } from './Format'
import {
  dimensionNoun,
  type Arrangement,
  type Dimension,
  type FoundArray,
  type FoundFile,
} from './FoundFile'
import { isCountingDown } from './roleOfName'
import { tensorOfChoice } from './tensorOfChoice'

/** If a file has more arrays than this, only the first one is opened. The others can be selected later. */
const MAX_OPENED = 5

/**
 * Returns the tensors of a file of another tool, arranged by its names, labels and lengths. `name` is the file's name
 * without its extension. Masks in the arrays become NaN in place. Throws TensorError if there are no numbers.
 */
export function tensorsOfFound(file: FoundFile, name: string): ReadTensors {
  const arrays = usableOf(file.arrays)
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
  const tensors = opened.map((_, arrayIndex) => {
    const { choice, isCertain } = firstChoice(usable, arrayIndex)
    return tensorOfChoice(usable, choice, { fileName: name, isCertain })
  })
  const notices = [
    ...file.notices,
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
  const { choice, file, isCertain, zeroCount, halfCount } = found
  const { dimensions = [] } = file.arrays[choice.arrayIndex] ?? {}
  const parts = dimensions.flatMap((dimension, i) => partOf(dimension, i, choice.arrangement))
  return [
    ...(parts.length === 0 || !isCertain ? [] : [`${parts.join('; ')}.`]),
    ...(zeroCount === 0
      ? []
      : [`${plainCounted(zeroCount, 'cell')} at the ends may be padding: see Axes.`]),
    ...(halfCount === 0
      ? []
      : [`${plainCounted(halfCount, 'value')} of −65504 may be a mask: see Axes.`]),
  ]
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
