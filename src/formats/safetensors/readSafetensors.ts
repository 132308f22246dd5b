import { refuseCheckpoint } from '../arrays/checkpoint'
import { type Content, type NamedContent } from '../arrays/Content'
import { decoded } from '../arrays/decoded'
import { elementType } from '../arrays/ElementType'
import { foundFileOf } from '../arrays/foundFileOf'
import { readableContents } from '../arrays/readableContents'
import { unreadable } from '../arrays/unreadable'
import { type FoundFile } from '../found/FoundArray'
import { safetensorsHeader, type Announced } from './safetensorsHeader'

/** Types that are not called by a letter and their bits. */
const types: ReadonlyMap<string, string> = new Map([
  ['BF16', 'bfloat16'],
  ['F8_E4M3', 'float8_e4m3fn'],
  ['F8_E5M2', 'float8_e5m2'],
  ['BOOL', 'bool'],
])

const letters: Readonly<Record<string, string>> = { F: 'float', I: 'int', U: 'uint' }

/** Reads a safetensors file from its bytes. Throws `TensorError` (shape, unsupported, too-large). */
export function readSafetensors(bytes: Uint8Array, maxCellCount = Infinity): FoundFile {
  const { tensors, metadata, dataByte } = safetensorsHeader(bytes)
  refuseCheckpoint(tensors.map(({ name }) => name))
  const { contents, notices } = readableContents(tensors, (tensor) => {
    return contentOf(tensor, bytes, dataByte, maxCellCount)
  })
  const texts = metadata.map(([name, text]): NamedContent => ({ name, content: textsOf(text) }))
  return foundFileOf([...contents, ...texts], 'Safetensors file', notices)
}

function contentOf(
  { dtype, shape, start, end }: Announced,
  bytes: Uint8Array,
  dataByte: number,
  maxCellCount: number,
): Content {
  const type = elementType(
    types.get(dtype) ?? dtype.replace(/^[FIU]/, (letter) => letters[letter] ?? ''),
  )
  if (type === undefined) {
    throw unreadable(`It is of the type ${dtype.slice(0, 40)}.`, 'Save it as float32.')
  }
  const byte = dataByte + start
  return decoded(bytes.subarray(byte, dataByte + end), { type, shape, byte }, maxCellCount)
}

/** Metadata are texts; a list is a JSON text of it. */
function textsOf(text: string): Content {
  const list = listOf(text)
  return list.length === 0
    ? { kind: 'texts', texts: [text], shape: [] }
    : { kind: 'texts', texts: list, shape: [list.length] }
}

function listOf(text: string): string[] {
  if (!text.startsWith('[')) return []
  try {
    const value: unknown = JSON.parse(text)
    if (!Array.isArray(value)) return []
    const items = value.filter((item) => typeof item === 'string' || typeof item === 'number')
    return items.length === value.length ? items.map(String) : []
  } catch {
    return []
  }
}
