/** A kind of file that is none of ours, and what to do instead. */
export interface ForeignKind {
  /** With its article: “a PNG picture”. */
  readonly name: string
  readonly advice: string
}

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
  // One layer of gzip has been taken off before this is asked.
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

const MARK = '\xef\xbb\xbf'

/** Names a file by its first bytes; undefined = nothing that is known not to be a tensor. */
export function foreignKind(head: Uint8Array): ForeignKind | undefined {
  const text = Array.from(head.subarray(0, 1024), (byte) => String.fromCharCode(byte)).join('')
  const found = signatures.find(([start]) => text.search(start) === 0)
  if (found !== undefined) return { name: found[1], advice: found[2] }
  return markupKind(text.startsWith(MARK) ? text.slice(MARK.length) : text)
}

/** Whether a text, in lower case, begins as web pages and parts of them do. */
export function isPage(markup: string): boolean {
  return /^<(?:!doctype html|html|head|body|div|script|iframe|!--)/.test(markup)
}

function markupKind(text: string): ForeignKind | undefined {
  const markup = text.trimStart().toLowerCase()
  if (!markup.startsWith('<')) return undefined
  if (isPage(markup)) return undefined
  return { name: 'an XML or HTML text', advice: TEXT }
}
