import { type Content } from '../elements/Content'
import { decoded, rowMajor } from '../elements/decoded'
import { elementType } from '../elements/ElementType'
import { arrayFormat, foundFileOf } from '../foreign/arrayFormat'
import { unreadable } from '../source/unreadable'
import { isNpy, npyHeader, type NpyHeader } from './npyHeader'
import { npyTexts } from './npyTexts'

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

export const npyFormat = arrayFormat({
  name: 'a NumPy file (.npy)',
  recognizes: isNpy,
  found: (bytes, maxCellCount) =>
    foundFileOf([{ name: '', content: readNpy(bytes, maxCellCount) }], 'NumPy file'),
})

/**
 * Returns the content of a .npy file, which may come from an archive. Throws TensorError (shape, unsupported,
 * too-large).
 */
export function readNpy(bytes: Uint8Array, maxCellCount: number): Content {
  const header = npyHeader(bytes)
  return numpyContent(header, bytes.subarray(header.dataByte), maxCellCount)
}

/** Returns the numbers or texts of a NumPy array. Throws the same errors as `readNpy`. */
export function numpyContent(
  { descr, shape, isFortran, dataByte }: NpyHeader,
  data: Uint8Array,
  maxCellCount: number,
): Content {
  const [, order, kind = '', width] = /^([<>|=]?)([a-zA-Z])(\d{1,9})$/.exec(descr) ?? []
  const isLittle = order !== '>'
  const size = Number(width)
  if (kind === 'U' || kind === 'S') {
    const texts = npyTexts(data, shape, { isWide: kind === 'U', size, isLittle })
    return { kind: 'texts', texts, shape }
  }
  const type = elementType(kind === 'b' ? 'bool' : `${kinds[kind]}${8 * size}`)
  if (type === undefined) throw withoutNumbers(descr)
  const plain = rowMajor(isFortran ? shape.toReversed() : shape)
  const strides = isFortran ? plain.toReversed() : plain
  return decoded(data, { type, shape, strides, isLittle, byte: dataByte }, maxCellCount)
}

function withoutNumbers(descr: string): Error {
  const [
    ,
    what = `values of the type ${descr.slice(0, 40)}`,
    advice = 'Save array.astype("float32").',
  ] = others.find(([start]) => start.test(descr)) ?? []
  return unreadable(`The NumPy array holds ${what}.`, advice)
}
