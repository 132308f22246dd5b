import { type VirtualFile } from './openTensor'

/** An array of float64 as NumPy saves it (version 1.0 of its format), in C order. */
export function npyFile(name: string, shape: readonly number[], values: Float64Array): VirtualFile {
  const header = `{'descr': '<f8', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`
  const length = Math.ceil((10 + header.length + 1) / 64) * 64 - 10
  const start = Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, length & 0xff, length >> 8])
  const text = Buffer.from(`${header.padEnd(length - 1)}\n`)
  return { name, text: Buffer.concat([start, text, Buffer.from(values.buffer)]) }
}
