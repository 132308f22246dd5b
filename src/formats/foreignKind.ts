/** A kind of file that is none of ours, and what to do instead. */
export interface ForeignKind {
  /** With its article: “a PNG picture”. */
  readonly name: string
  readonly advice: string
}

const PICTURE =
  'The numbers of a picture cannot be read back; open the data that it was drawn from.'
const UNPACK = 'Unpack it and open the file inside.'
const AS_JSON =
  'In Python, write the array with json.dump(array.tolist(), file) and open that file.'
const TEXT = 'Open the tensor itself, a JSON file.'

/** First bytes, read as Latin-1. */
const signatures: readonly (readonly [start: string, name: string, advice: string])[] = [
  ['\x89PNG', 'a PNG picture', PICTURE],
  ['\xff\xd8\xff', 'a JPEG picture', PICTURE],
  ['GIF87a', 'a GIF picture', PICTURE],
  ['GIF89a', 'a GIF picture', PICTURE],
  ['%PDF-', 'a PDF document', PICTURE],
  ['PK\x03\x04', 'a zip archive (as .npz and .pt files are)', UNPACK],
  // One layer of gzip has been taken off before this is asked.
  ['\x1f\x8b', 'a gzip archive in a gzip archive', UNPACK],
  ['\x93NUMPY', 'a NumPy array file (.npy)', AS_JSON],
  ['\x89HDF\r\n', 'an HDF5 file', AS_JSON],
  ['\x80\x02', 'a Python pickle', AS_JSON],
  ['\x80\x03', 'a Python pickle', AS_JSON],
  ['\x80\x04', 'a Python pickle', AS_JSON],
  ['\x80\x05', 'a Python pickle', AS_JSON],
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
