import { damagedFile } from '../arrays/damagedFile'

/** The header of a .npy file. */
export interface NpyHeader {
  /** NumPy's type text, such as `<f4`; a structured type as it stands there. */
  readonly descr: string
  readonly isFortran: boolean
  readonly shape: readonly number[]
  /** Byte at which the data begins. */
  readonly dataByte: number
}

const MAGIC = '\x93NUMPY'

/** Longest header that is read, in bytes; that of a plain array has 118. */
const MOST_BYTES = 1 << 16

const CUT_OFF = 'The .npy file ends in its header.'

const latin1 = new TextDecoder('latin1')

export function isNpy(head: Uint8Array): boolean {
  return MAGIC.split('').every((character, at) => head[at] === character.charCodeAt(0))
}

/**
 * Reads the header of a .npy file of version 1, 2 or 3: a Python dict as text
 * (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html). Throws `TensorError` (shape).
 */
export function npyHeader(bytes: Uint8Array): NpyHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = bytes[6] === 1 ? 10 : 12
  if (bytes.length < start) throw damagedFile(CUT_OFF, bytes.length)
  const dataByte = start + (start === 10 ? view.getUint16(8, true) : view.getUint32(8, true))
  if (dataByte > bytes.length) throw damagedFile(CUT_OFF, bytes.length)
  const text = latin1.decode(bytes.subarray(start, Math.min(dataByte, start + MOST_BYTES)))
  const [, descr] = /'descr':\s*('[^']*'|\[.*\])/s.exec(text) ?? []
  const [, order] = /'fortran_order':\s*(True|False)/.exec(text) ?? []
  // Python 2 wrote long integers as 12L.
  const [, sizes] = /'shape':\s*\(([\d\sL,]*)\)/.exec(text) ?? []
  if (descr === undefined || order === undefined || sizes === undefined) {
    throw damagedFile('The header of the .npy file lacks type, order or shape.', start)
  }
  const shape = (sizes.match(/\d+/g) ?? []).map(Number)
  return { descr: descr.replaceAll("'", ''), isFortran: order === 'True', shape, dataByte }
}
