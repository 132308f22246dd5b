import { type NamedTensor } from './ReadTensors'
import { halfSentinelCount, withoutHalfSentinels } from './AbsentValues'
import { type Choice } from './Choice'
import { type FoundFile } from './FoundFile'
import { type FoundOrigin } from './FoundOrigin'
import { arrangedTensor } from './arrangedTensor'
import { tensorName } from './tensorName'
import { unpaddedOf, withRows } from './unpaddedOf'

/** The tensor that a choice makes of a foreign file. Throws RangeError where the file has no such array. */
export function tensorOfChoice(
  file: FoundFile,
  choice: Choice,
  { fileName, isCertain }: Pick<FoundOrigin, 'fileName' | 'isCertain'>,
): NamedTensor {
  const { arrayIndex, arrangement, isHalfMissing, isZeroPadding } = choice
  const array = file.arrays[arrayIndex]
  if (array === undefined) throw new RangeError(`no array ${arrayIndex}`)
  const halfCount = halfSentinelCount(array.values)
  const values = isHalfMissing ? withoutHalfSentinels(array.values) : array.values
  const whole = arrangedTensor({ ...array, values }, arrangement, file.tokenLists)
  const unpadded = unpaddedOf(whole)
  const zeroCount = whole.values.length - unpadded.lengths.reduce((sum, length) => sum + length, 0)
  const tensor = isZeroPadding ? withRows(whole, unpadded) : whole
  const name = tensorName(file, arrayIndex, fileName)
  return { name, tensor, found: { fileName, file, choice, isCertain, zeroCount, halfCount } }
}
