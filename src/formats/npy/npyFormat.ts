import { cellCountOf, shapeText, type Content } from '../elements/Content'
import { decoded, rowMajor } from '../elements/decoded'
import { elementType } from '../elements/ElementType'
import { arrayFormat, foundFileOf } from '../foreign/arrayFormat'
import { type Budget } from '../source/Budget'
import { damaged, unreadable } from '../source/unreadable'

/** The names of types by NumPy's letter, without their width in bits. */
const kinds: Readonly<Record<string, string>> = { f: 'float', i: 'int', u: 'uint' }

/** Types that are not numbers, by the beginning of their type text, with advice. */
const others: readonly (readonly [start: RegExp, what: string, advice: string])[] = [
  [
    /^.?O/,
    'Python objects, as rows of different lengths become',
    'Save numbers, rows of different lengths one by one with np.savez(path, *rows), and tokens as np.array(tokens, dtype=str).',
  ],
  [/^.?c/, 'complex numbers', 'Save array.real or np.abs(array).'],
  [/^\[/, 'records of several fields', 'Save one field, as array["similarity"].'],
]

/** The format of single arrays of NumPy. */
export const npyFormat = arrayFormat({
  name: 'a NumPy file (.npy)',
  recognizes: isNpy,
  found: (bytes, budget) =>
    foundFileOf([{ name: '', content: readNpy(bytes, budget) }], 'NumPy file'),
})

/**
 * Returns the content of a .npy file, which may come from an archive. Throws TensorError (shape, unsupported,
 * too-large).
 */
export function readNpy(bytes: Uint8Array, budget: Budget): Content {
  const header = npyHeader(bytes)
  return numpyContent(header, bytes.subarray(header.dataByte), budget)
}

/** The layout of a NumPy array, as its header gives it. */
export interface NpyHeader {
  /** The type text of NumPy, such as `<f4`. For records it is the text as written in the file. */
  readonly descr: string
  readonly isFortran: boolean
  readonly shape: readonly number[]
  /** Offset in bytes at which the data begins. */
  readonly dataByte: number
}

/** Number of bytes in which the header is searched for. The header of a plain array has 128. */
const MOST_BYTES = 1 << 16

const latin1 = new TextDecoder('latin1')

function isNpy(head: Uint8Array): boolean {
  return head[0] === 0x93 && latin1.decode(head.subarray(1, 6)) === 'NUMPY'
}

/**
 * Returns the header of a .npy file of version 1, 2 or 3, which is a Python dict as text
 * (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html). Throws TensorError (shape).
 */
function npyHeader(bytes: Uint8Array): NpyHeader {
  const text = latin1.decode(bytes.subarray(0, MOST_BYTES))
  const descrAt = Math.max(text.indexOf("'descr':"), 0)
  // Only the first one is tried: each try may go to the end of the text.
  const [, descr = ''] = /^'descr':\s*('[^']*'|\[.*\])/s.exec(text.slice(descrAt)) ?? []
  const [, order = ''] = /'fortran_order':\s*(True|False)/.exec(text) ?? []
  // Python 2 wrote long integers as 12L.
  const [, sizes] = /'shape':\s*\(([\d\sL,]*)\)/.exec(text) ?? []
  // Magic, version and length take at most 12 bytes. The text after them ends with its only line end.
  const dataByte = text.indexOf('\n', 12) + 1
  if (dataByte === 0 || descr === '' || order === '' || sizes === undefined) {
    throw damaged('The header of the .npy file lacks type, order, shape or end.', bytes.length)
  }
  const shape = (sizes.match(/\d+/g) ?? []).map(Number)
  return { descr: descr.replaceAll("'", ''), isFortran: order === 'True', shape, dataByte }
}

/** Bytes in memory of a short text, and of its place in a list. */
const TEXT_BYTES = 32

/** Returns the numbers or texts of a NumPy array. Throws the same errors as `readNpy`. */
export function numpyContent(
  { descr, shape, isFortran, dataByte }: NpyHeader,
  data: Uint8Array,
  budget: Budget,
): Content {
  const [, order, kind = '', width] = /^([<>|=]?)([a-zA-Z])(\d{1,9})$/.exec(descr) ?? []
  const isLittle = order !== '>'
  const size = Number(width)
  if (kind === 'U' || kind === 'S') {
    const texts = npyTexts(data, shape, { isWide: kind === 'U', size, isLittle })
    budget.keep(texts.length * TEXT_BYTES)
    return { kind: 'texts', texts, shape }
  }
  const type = elementType(kind === 'b' ? 'bool' : `${kinds[kind]}${8 * size}`)
  if (type === undefined) throw withoutNumbers(descr)
  const plain = rowMajor(isFortran ? shape.toReversed() : shape)
  const strides = isFortran ? plain.toReversed() : plain
  return decoded(data, { type, shape, strides, isLittle, byte: dataByte }, budget)
}

function withoutNumbers(descr: string): Error {
  const [
    ,
    what = `values of the type ${descr.slice(0, 40)}`,
    advice = 'Save array.astype("float32").',
  ] = others.find(([start]) => start.test(descr)) ?? []
  return unreadable(`The NumPy array holds ${what}.`, advice)
}

/** The layout of the texts in a NumPy array. Each text is as wide as the longest one, filled with zeros. */
interface TextLayout {
  /** Whether a character takes four bytes (`U`). If false, a text is bytes of UTF-8 (`S`). */
  readonly isWide: boolean
  /** Length of a text, in characters if it is wide, otherwise in bytes. */
  readonly size: number
  readonly isLittle: boolean
}

const utf8 = new TextDecoder()

/** Returns the texts of an array, row-major. Throws TensorError (shape) if `data` is too short for them. */
function npyTexts(
  data: Uint8Array,
  shape: readonly number[],
  { isWide, size, isLittle }: TextLayout,
): string[] {
  const count = cellCountOf(shape)
  const width = size * (isWide ? 4 : 1)
  // Texts of width 0 take no bytes, so their number would be unlimited. Each counts as one byte.
  if (!(count * Math.max(width, 1) <= data.length)) {
    throw damaged(`${shapeText(shape)} texts are announced, more than the file holds.`)
  }
  return Array.from({ length: count }, (_, cell) => {
    const bytes = data.subarray(cell * width, (cell + 1) * width)
    return withoutZeros(isWide ? wideText(bytes, isLittle) : utf8.decode(bytes))
  })
}

function withoutZeros(text: string): string {
  let { length } = text
  while (length > 0 && text.charCodeAt(length - 1) === 0) length--
  return text.slice(0, length)
}

/** Returns a text in UTF-32, in which Python also writes unpaired surrogates. */
function wideText(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const codes = Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, isLittle))
  return codes.map((code) => String.fromCodePoint(code > 0x10ffff ? 0xfffd : code)).join('')
}
