import { readableContents } from '../elements/Content'
import { arrayFormat, foundFileOf } from '../foreign/arrayFormat'
import { readNpy } from '../npy/npyFormat'
import { unreadable } from '../source/unreadable'
import { readTorch } from '../torch/readTorch'
import { isZip, unpackedEntries, zipEntries } from './zipEntries'

/** The pickle of an archive that torch.save wrote, and the files in the same folder that belong to it. */
const TORCH = /^(?:.*\/)?(data\.pkl|byteorder|data\/\w+)$/

/** The format of archives of arrays: .npz of NumPy and .pt of PyTorch. */
export const zipFormat = arrayFormat({
  name: 'an archive of arrays (.npz, .pt)',
  recognizes: isZip,
  async found(bytes, budget) {
    const all = zipEntries(bytes)
    const isTorch = all.some(({ name }) => name.endsWith('data.pkl'))
    const entries = all.filter(({ name }) => (isTorch ? TORCH.test(name) : name.endsWith('.npy')))
    if (entries.length === 0) throw withoutArrays(all.map(({ name }) => name).join('\n'))
    const names = entries.map(({ name }) => {
      return isTorch ? name.replace(TORCH, '$1') : name.slice(0, -'.npy'.length)
    })
    const files: { name: string; file: Uint8Array }[] = []
    for await (const file of unpackedEntries(entries, budget)) {
      files.push({ name: names[files.length] ?? '', file })
    }
    const { contents, notices } = isTorch
      ? readTorch(new Map(files.map(({ name, file }) => [name, file])), budget)
      : readableContents(files, ({ file }) => readNpy(file, budget))
    return foundFileOf(contents, isTorch ? 'PyTorch file' : 'NumPy archive', notices)
  },
})

function withoutArrays(names: string): Error {
  return /^xl\//m.test(names)
    ? unreadable('The file is an Excel workbook.', 'Save the sheet as CSV and open that.')
    : unreadable('The zip archive holds no .npy arrays.', 'Unpack it and open a file inside.')
}
