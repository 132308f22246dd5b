import { TensorError } from '../tensor/TensorError'
import { csvFormat } from './csv/csvFormat'
import { htmlFormat } from './envelope/htmlFormat'
import { pngFormat } from './envelope/pngFormat'
import { svgFormat } from './envelope/svgFormat'
import { type Format } from './foreign/Format'
import { type ReadTensors } from './foreign/ReadTensors'
import { foreignKind } from './foreign/unreadableFormat'
import { npyFormat } from './npy/npyFormat'
import { safetensorsFormat } from './safetensors/safetensorsFormat'
import { type ByteSource } from './source/ByteSource'
import { gunzipped, isGzip } from './source/gunzipped'
import { headOf } from './source/headOf'
import { type ReadOptions } from './source/Progress'
import { readTokens } from './tokens/readTokens'
import { jsonFormat } from './tools/jsonFormat'
import { pageFormat } from './tools/pageFormat'
import { zipFormat } from './zip/zipFormat'

/** Figures that may carry their tensor. */
const figureFormats: readonly Format[] = [pngFormat, svgFormat, htmlFormat]

/** Asked in this order; JSON has no signature, so it is the last. */
const formats: readonly Format[] = [
  npyFormat,
  zipFormat,
  safetensorsFormat,
  pageFormat,
  csvFormat,
  jsonFormat,
]

const HEAD_BYTES = 4096

/**
 * Reads the tensors of a file of any known format, also packed by gzip. Throws `TensorError` for whatever can be wrong with
 * a file, with the place where there is one, and the signal's reason when it is aborted.
 */
export async function readTensor(
  source: ByteSource,
  options: ReadOptions = {},
): Promise<ReadTensors> {
  options.signal?.throwIfAborted()
  const fileHead = await headOf(source, HEAD_BYTES)
  const plain = isGzip(fileHead) ? gunzipped(source) : source
  const head = plain === source ? fileHead : await headOf(plain, HEAD_BYTES)
  const tokens = await readTokens(plain, head, options)
  if (tokens !== undefined) return { tensors: [], notices: [], tokens }
  return formatOf(head, plain.name).read(plain, options)
}

/** The format of a file by its first bytes. Throws `TensorError` (unsupported) where it has none. */
function formatOf(head: Uint8Array, fileName: string): Format {
  const recognizes = (candidate: Format): boolean => candidate.recognizes(head, fileName)
  const figure = figureFormats.find(recognizes)
  if (figure !== undefined) return figure
  const foreign = foreignKind(head)
  const format = formats.find(recognizes)
  if (foreign === undefined && format !== undefined) return format
  const name = foreign?.name ?? 'a file of an unknown kind'
  throw new TensorError({
    tag: 'unsupported',
    message: `“${fileName}” is ${name}, not a tensor.`,
    advice: foreign?.advice ?? 'Open a JSON file with a tensor in it.',
  })
}
