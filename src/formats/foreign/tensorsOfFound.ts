import { TensorError } from '../../tensor/TensorError'
import { absentNotices, markAbsent } from './AbsentValues'
import { arrangementNotices } from './arrangementNotices'
import { firstChoice } from './arrangementOf'
import { type FoundArray, type FoundFile } from './FoundFile'
import { type ReadTensors } from './ReadTensors'
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
