import { arrayFormat } from '../foreign/arrayFormat'
import { headerBytesOf, readSafetensors } from './readSafetensors'

export const safetensorsFormat = arrayFormat({
  name: 'a safetensors file',
  recognizes: (head) => !Number.isNaN(headerBytesOf(head)),
  found: readSafetensors,
})
