import { headOf } from '../source/ByteSource'
import { unreadable } from '../source/unreadable'
import { type Format } from './Format'

const PICTURE =
  'The numbers of a picture cannot be read back; open the data that it was drawn from.'
const UNPACK = 'Unpack it and open the file inside.'
const AS_NPY = 'In Python, save the array with np.save("name.npy", array) and open that file.'
const AS_CSV = 'In Python, save the table with frame.to_csv("name.csv") and open that file.'
const WEIGHTS = 'Run the model, and save the similarities of its states.'
const TEXT = 'Open the tensor itself, a JSON file.'

/** Signatures of files that cannot be read, matched to the first bytes as Latin-1. */
const signatures: readonly (readonly [start: RegExp | string, name: string, advice: string])[] = [
  ['\xff\xd8\xff', 'a JPEG picture', PICTURE],
  ['GIF8', 'a GIF picture', PICTURE],
  [/^RIFF.{4}WEBP/s, 'a WebP picture', PICTURE],
  // At this point one layer of gzip is already removed.
  ['\x1f\x8b', 'a gzip archive in a gzip archive', UNPACK],
  ['\x89HDF', 'an HDF5 file', AS_NPY],
  ['PAR1', 'a Parquet file', AS_CSV],
  ['ARROW1', 'an Arrow file', AS_CSV],
  ['version https://git-lfs', 'a pointer that Git LFS left in its place', 'Run git lfs pull.'],
  // A safetensors file with such names is a model. The length of the header comes before it.
  [/^(?:GGUF|.{8}\{(?:.*?\.(?:weight|bias)":){4})/s, 'a model checkpoint', WEIGHTS],
  ['\x80\x02\x8a\nl\xfc\x9cF', 'a PyTorch file of the form before version 1.6', AS_NPY],
  // A safetensors file may begin with the same byte as a pickle, but its next bytes contain a zero.
  [/^\x80[^\0][^\0]/, 'a Python pickle', AS_NPY],
]

/** Number of bytes at the start of a file that are examined. */
const HEAD_BYTES = 1024

const utf8 = new TextDecoder()

/** The format of files of known kinds that hold no readable tensor. Its error states what to do instead. */
export const unreadableFormat: Format = {
  name: 'a file of another kind',
  recognizes: (head) => kindOf(head) !== undefined,
  async read(source) {
    const head = await headOf(source, HEAD_BYTES)
    const [name, advice] = kindOf(head) ?? ['a file of an unknown kind', TEXT]
    throw unreadable(`“${source.name}” is ${name}, not a tensor.`, advice)
  },
}

/** Returns the name with its article, and the advice, or undefined if the file may hold a tensor. */
function kindOf(head: Uint8Array): readonly [name: string, advice: string] | undefined {
  const start = head.subarray(0, HEAD_BYTES)
  const text = Array.from(start, (byte) => String.fromCharCode(byte)).join('')
  const found = signatures.find(([signature]) => text.search(signature) === 0)
  if (found !== undefined) return [found[1], found[2]]
  // Formats of web pages and SVG pictures come before this one.
  return utf8.decode(start).trimStart().startsWith('<') ? ['an XML or HTML text', TEXT] : undefined
}
