import { arrangementOf } from './arrangementOf'
import { type Choice } from './Choice'
import { type FoundFile } from './FoundFile'
import { type FoundOrigin } from './FoundOrigin'

/** An array as its names, labels and lengths say, with nothing that has to be asked for. */
export function firstChoice(
  file: FoundFile,
  arrayIndex: number,
): Pick<FoundOrigin, 'choice' | 'isCertain'> {
  const array = file.arrays[arrayIndex] ?? { name: '', dimensions: [], values: new Float64Array() }
  const { arrangement, isCertain } = arrangementOf(array, file.tokenLists)
  const choice: Choice = { arrayIndex, arrangement, isHalfMissing: false, isZeroPadding: false }
  return { choice, isCertain }
}
