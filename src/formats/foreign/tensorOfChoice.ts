import { halfSentinelCount, withoutHalfSentinels } from './AbsentValues'
import { arrangedTensor } from './arrangedTensor'
import { type FoundFile, type Choice, type FoundOrigin } from './FoundFile'
import { type NamedTensor } from './ReadTensors'
import { unpaddedOf, withRows } from './unpaddedOf'

/** Returns the tensor of a foreign file for a choice. Throws RangeError if the file does not have the chosen array. */
export function tensorOfChoice(
  file: FoundFile,
  choice: Choice,
  { fileName, isCertain }: Pick<FoundOrigin, 'fileName' | 'isCertain'>,
): NamedTensor & { readonly found: FoundOrigin } {
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

/** Returns the name of a tensor of a foreign file. It includes the array's name if the file has several. */
export function tensorName(file: FoundFile, arrayIndex: number, fileName: string): string {
  const array = file.arrays[arrayIndex]
  return file.arrays.length === 1 ? fileName : `${array?.title ?? array?.name} • ${fileName}`
}
