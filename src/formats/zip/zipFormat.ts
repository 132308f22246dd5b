import { arrayFormat } from '../arrays/arrayFormat'
import { foundFileOf } from '../arrays/foundFileOf'
import { readableContents } from '../arrays/readableContents'
import { unreadable } from '../arrays/unreadable'
import { readNpy } from '../npy/readNpy'
import { readTorch } from '../torch/readTorch'
import { unpackedFiles } from './unpackedFiles'
import { isZip, zipEntries, type ZipEntry } from './zipEntries'

/** The pickle of an archive that torch.save wrote; all other files are in its folder. */
const PICKLE = /^(?:.*\/)?data\.pkl$/

/** Archives without arrays, by a name in them. */
const others: readonly (readonly [name: RegExp, what: string, advice: string])[] = [
  [/^xl\//, 'an Excel workbook', 'Save the sheet as CSV and open that.'],
  [/\.(?:zip|npz|pth?|gz)$/, 'a zip archive of archives', 'Unpack it and open a file inside.'],
]

/** Archives of arrays: NumPy's .npz and PyTorch's .pt. */
export const zipFormat = arrayFormat({
  name: 'an archive of arrays (.npz, .pt)',
  recognizes: isZip,
  async found(bytes, maxCellCount) {
    const entries = zipEntries(bytes)
    const pickle = entries.find(({ name }) => PICKLE.test(name))
    if (pickle !== undefined) {
      const folder = pickle.name.slice(0, -'data.pkl'.length)
      const files = await unpackedFiles(bytes, partsIn(folder, entries), maxCellCount)
      const { contents, notices } = readTorch((name) => files.get(folder + name), maxCellCount)
      return foundFileOf(contents, 'PyTorch file', notices)
    }
    const arrays = entries.filter(({ name }) => name.endsWith('.npy'))
    if (arrays.length === 0) throw withoutArrays(entries)
    const files = await unpackedFiles(bytes, arrays, maxCellCount)
    const named = [...files].map(([name, file]) => ({ name: name.replace(/\.npy$/, ''), file }))
    const { contents, notices } = readableContents(named, ({ file }) => readNpy(file, maxCellCount))
    return foundFileOf(contents, 'NumPy archive', notices)
  },
})

/** Of the files in the folder of an archive the ones that tensors are made of. */
function partsIn(folder: string, entries: readonly ZipEntry[]): ZipEntry[] {
  return entries.filter(
    ({ name }) =>
      name.startsWith(folder) &&
      /^(?:data\.pkl|byteorder|data\/\w+)$/.test(name.slice(folder.length)),
  )
}

function withoutArrays(entries: readonly ZipEntry[]): Error {
  const [, what = 'a zip archive without arrays', advice = 'Unpack it and open a file inside.'] =
    others.find(([pattern]) => entries.some(({ name }) => pattern.test(name))) ?? []
  return unreadable(`The file is ${what}.`, advice)
}
