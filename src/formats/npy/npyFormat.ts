import { arrayFormat } from '../foreign/arrayFormat'
import { foundFileOf } from '../foreign/foundFileOf'
import { isNpy } from './npyHeader'
import { readNpy } from './readNpy'

export const npyFormat = arrayFormat({
  name: 'a NumPy file (.npy)',
  recognizes: isNpy,
  found: (bytes, maxCellCount) =>
    foundFileOf([{ name: '', content: readNpy(bytes, maxCellCount) }], 'NumPy file'),
})
