import { headOf } from '../source/headOf'
import { unreadable } from '../source/unreadable'
import { type Format } from './Format'

const PICTURE =
  'The numbers of a picture cannot be read back; open the data that it was drawn from.'
const UNPACK = 'Unpack it and open the file inside.'
const AS_NPY = 'In Python, save the array with np.save("name.npy", array) and open that file.'
const AS_CSV = 'In Python, save the table with frame.to_csv("name.csv") and open that file.'
const WEIGHTS = 'Run the model, and save the similarities of its states.'
const TEXT = 'Open the tensor itself, a JSON file.'

/** By the first bytes, read as Latin-1. */
const signatures: readonly (readonly [start: RegExp | string, name: string, advice: string])[] = [
  ['\xff\xd8\xff', 'a JPEG picture', PICTURE],
  ['GIF8', 'a GIF picture', PICTURE],
  [/^RIFF.{4}WEBP/s, 'a WebP picture', PICTURE],
  ['%PDF-', 'a PDF document', PICTURE],
  // One layer of gzip has been taken off by now.
  ['\x1f\x8b', 'a gzip archive in a gzip archive', UNPACK],
  ['\x89HDF', 'an HDF5 file', AS_NPY],
  ['PAR1', 'a Parquet file', AS_CSV],
  ['ARROW1', 'an Arrow file', AS_CSV],
  ['version https://git-lfs', 'a pointer that Git LFS left in its place', 'Run git lfs pull.'],
  // Of safetensors a model has such names; the length of the header comes first.
  [/^(?:GGUF|.{8}\{(?:.*?\.(?:weight|bias)":){4})/s, 'a model checkpoint', WEIGHTS],
  ['\x80\x02\x8a\nl\xfc\x9cF', 'a PyTorch file of the form before version 1.6', AS_NPY],
  // The length of a safetensors header may begin as a pickle does, but goes on with a zero.
  [/^\x80[^\0][^\0]/, 'a Python pickle', AS_NPY],
]

/** Bytes that are looked at. */
const HEAD_BYTES = 1024

const utf8 = new TextDecoder()

/** Files of known kinds that hold no tensor to read: the error says what to do instead. */
export const unreadableFormat: Format = {
  name: 'a file of another kind',
  recognizes: (head) => kindOf(head) !== undefined,
  async read(source) {
    const head = await headOf(source, HEAD_BYTES)
    const [name, advice] = kindOf(head) ?? ['a file of an unknown kind', TEXT]
    throw unreadable(`“${source.name}” is ${name}, not a tensor.`, advice)
  },
}

/** Name, with its article, and advice; undefined for what may hold a tensor. */
function kindOf(head: Uint8Array): readonly [name: string, advice: string] | undefined {
  const start = head.subarray(0, HEAD_BYTES)
  const text = Array.from(start, (byte) => String.fromCharCode(byte)).join('')
  const found = signatures.find(([signature]) => text.search(signature) === 0)
  if (found !== undefined) return [found[1], found[2]]
  // Pages, and pictures in SVG, are read before this.
  return utf8.decode(start).trimStart().startsWith('<') ? ['an XML or HTML text', TEXT] : undefined
}
