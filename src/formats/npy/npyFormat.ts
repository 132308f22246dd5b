import { arrayFormat } from '../arrays/arrayFormat'
import { foundFileOf } from '../arrays/foundFileOf'
import { isNpy } from './npyHeader'
import { readNpy } from './readNpy'

export const npyFormat = arrayFormat({
  name: 'a NumPy file (.npy)',
  recognizes: isNpy,
  found: (bytes, maxCellCount) =>
    foundFileOf([{ name: '', content: readNpy(bytes, maxCellCount) }], 'NumPy file'),
})
