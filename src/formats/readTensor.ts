import { csvFormat } from './csv/csvFormat'
import { carrierFormats } from './envelope/carrierFormats'
import { type Format, type ReadTensors } from './foreign/Format'
import { unreadableFormat } from './foreign/unreadableFormat'
import { npyFormat } from './npy/npyFormat'
import { safetensorsFormat } from './safetensors/safetensorsFormat'
import { Budget } from './source/Budget'
import { headOf, type ByteSource } from './source/ByteSource'
import { gunzipped, isGzip } from './source/gunzipped'
import { type ReadOptions } from './source/ReadOptions'
import { tokenFormat } from './tokens/tokenFormat'
import { jsonFormat } from './tools/jsonFormat'
import { pageFormat } from './tools/pageFormat'
import { zipFormat } from './zip/zipFormat'

/**
 * All formats, tried in this order: tokens, figures that carry a tensor, kinds that cannot be read, arrays, tables, and
 * last JSON, which has no signature.
 */
const formats: readonly Format[] = [
  tokenFormat,
  ...carrierFormats,
  pageFormat,
  unreadableFormat,
  npyFormat,
  zipFormat,
  safetensorsFormat,
  csvFormat,
  jsonFormat,
]

const HEAD_BYTES = 4096

/**
 * Returns the tensors of a file of any known format, also if it is packed by gzip. Throws TensorError if the file
 * cannot be read, with the place of the problem if it is known. If the signal is aborted, throws its reason.
 */
export async function readTensor(
  source: ByteSource,
  given: ReadOptions = {},
): Promise<ReadTensors> {
  const options = { budget: new Budget(source.size, given.maxCellCount), ...given }
  options.signal?.throwIfAborted()
  const fileHead = await headOf(source, HEAD_BYTES)
  const plain = isGzip(fileHead) ? gunzipped(source, options.budget) : source
  const head = plain === source ? fileHead : await headOf(plain, HEAD_BYTES)
  const format = formats.find((candidate) => candidate.recognizes(head, plain.name)) ?? jsonFormat
  return format.read(plain, options)
}
