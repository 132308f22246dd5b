import { readableContents } from '../elements/Content'
import { arrayFormat, foundFileOf } from '../foreign/arrayFormat'
import { readNpy } from '../npy/npyFormat'
import { CELL_BYTES, tooLarge } from '../source/ReadOptions'
import { unreadable } from '../source/unreadable'
import { readTorch } from '../torch/readTorch'
import { isZip, unpackedEntry, zipEntries } from './zipEntries'

/** The pickle of an archive that torch.save wrote, and the files in the same folder that belong to it. */
const TORCH = /^(?:.*\/)?(data\.pkl|byteorder|data\/\w+)$/

/** The format of archives of arrays: .npz of NumPy and .pt of PyTorch. */
export const zipFormat = arrayFormat({
  name: 'an archive of arrays (.npz, .pt)',
  recognizes: isZip,
  async found(bytes, maxCellCount) {
    const all = zipEntries(bytes)
    const isTorch = all.some(({ name }) => name.endsWith('data.pkl'))
    const entries = all.filter(({ name }) => (isTorch ? TORCH.test(name) : name.endsWith('.npy')))
    if (entries.length === 0) throw withoutArrays(all.map(({ name }) => name).join('\n'))
    // A directory may list the same bytes many times.
    const cellCount = entries.reduce((sum, { size }) => sum + size, 0) / CELL_BYTES
    if (cellCount > maxCellCount) throw tooLarge(cellCount, maxCellCount)
    const files: { name: string; file: Uint8Array }[] = []
    for (const entry of entries) {
      const name = isTorch ? entry.name.replace(TORCH, '$1') : entry.name.slice(0, -'.npy'.length)
      // oxlint-disable-next-line no-await-in-loop -- one after the other takes no more memory than what is kept
      files.push({ name, file: await unpackedEntry(entry) })
    }
    const { contents, notices } = isTorch
      ? readTorch(new Map(files.map(({ name, file }) => [name, file])), maxCellCount)
      : readableContents(files, ({ file }) => readNpy(file, maxCellCount))
    return foundFileOf(contents, isTorch ? 'PyTorch file' : 'NumPy archive', notices)
  },
})

function withoutArrays(names: string): Error {
  return /^xl\//m.test(names)
    ? unreadable('The file is an Excel workbook.', 'Save the sheet as CSV and open that.')
    : unreadable('The zip archive holds no .npy arrays.', 'Unpack it and open a file inside.')
}
