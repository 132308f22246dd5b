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
const WEIGHTS = 'Run the model, and save the similarities of its states.'
const TEXT = 'Open the tensor itself, a JSON file.'

/** First bytes, read as Latin-1. */
const signatures: readonly (readonly [start: string, name: string, advice: string])[] = [
  ['\x89PNG', 'a PNG picture', PICTURE],
  ['\xff\xd8\xff', 'a JPEG picture', PICTURE],
  ['GIF87a', 'a GIF picture', PICTURE],
  ['GIF89a', 'a GIF picture', PICTURE],
  ['%PDF-', 'a PDF document', PICTURE],
  // One layer of gzip has been taken off before this is asked.
  ['\x1f\x8b', 'a gzip archive in a gzip archive', UNPACK],
  ['\x89HDF\r\n', 'an HDF5 file', AS_NPY],
  ['PAR1', 'a Parquet file', 'In Python, save it with frame.to_csv("name.csv") and open that.'],
  ['ARROW1', 'an Arrow file', 'In Python, save it with frame.to_csv("name.csv") and open that.'],
  [
    'version https://git-lfs',
    'a pointer that Git LFS left in place of the file',
    'Run git lfs pull, or download the file itself.',
  ],
  ['GGUF', 'a model checkpoint (GGUF)', WEIGHTS],
  [
    '\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19',
    'a PyTorch file of the form before version 1.6',
    'In Python, save it anew with torch.save(torch.load(path), path) and open that.',
  ],
  ['\x80\x02', 'a Python pickle', AS_NPY],
  ['\x80\x03', 'a Python pickle', AS_NPY],
  ['\x80\x04', 'a Python pickle', AS_NPY],
  ['\x80\x05', 'a Python pickle', AS_NPY],
]

const MARK = '\xef\xbb\xbf'

/** Names a file by its first bytes; undefined = nothing that is known not to be a tensor. */
export function foreignKind(head: Uint8Array): ForeignKind | undefined {
  const text = Array.from(head.subarray(0, 1024), (byte) => String.fromCharCode(byte)).join('')
  const found = signatures.find(([start]) => text.startsWith(start))
  if (found !== undefined) return { name: found[1], advice: found[2] }
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) {
    return { name: 'a WebP picture', advice: PICTURE }
  }
  return markupKind(text.startsWith(MARK) ? text.slice(MARK.length) : text)
}

function markupKind(text: string): ForeignKind | undefined {
  const markup = text.trimStart().toLowerCase()
  if (!markup.startsWith('<')) return undefined
  if (/^<(?:!doctype html|html|head|body|div|script)\b/.test(markup)) {
    return { name: 'an HTML page', advice: TEXT }
  }
  if (/<svg[\s>]/.test(markup)) return { name: 'an SVG picture', advice: PICTURE }
  return { name: 'an XML or HTML text', advice: TEXT }
}
