import { arrayFormat } from '../arrays/arrayFormat'
import { refuseCheckpoint } from '../arrays/checkpoint'
import { headOf } from '../headOf'
import { readSafetensors } from './readSafetensors'
import { headerBytesOf, LENGTH_BYTES, safetensorsHeader } from './safetensorsHeader'

export const safetensorsFormat = arrayFormat({
  name: 'a safetensors file',
  recognizes: (head) => !Number.isNaN(headerBytesOf(head)),
  async check(source) {
    // A checkpoint may be larger than memory, and its header says that it is one.
    const byteCount = LENGTH_BYTES + headerBytesOf(await headOf(source, LENGTH_BYTES + 1))
    const { tensors } = safetensorsHeader(await headOf(source, byteCount))
    refuseCheckpoint(tensors.map(({ name }) => name))
  },
  found: readSafetensors,
})
