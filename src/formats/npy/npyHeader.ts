import { damaged } from '../source/unreadable'

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

export function isNpy(head: Uint8Array): boolean {
  return head[0] === 0x93 && latin1.decode(head.subarray(1, 6)) === 'NUMPY'
}

/**
 * Returns the header of a .npy file of version 1, 2 or 3, which is a Python dict as text
 * (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html). Throws TensorError (shape).
 */
export function npyHeader(bytes: Uint8Array): NpyHeader {
  const text = latin1.decode(bytes.subarray(0, MOST_BYTES))
  const [, descr = ''] = /'descr':\s*('[^']*'|\[.*\])/s.exec(text) ?? []
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
