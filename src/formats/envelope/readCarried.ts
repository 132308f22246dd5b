import { bytesOfBase64 } from '../../codec/base64'
import { unpackEnvelope, type Envelope, type PackedText, EnvelopeError } from '../../codec/envelope'
import { TensorError } from '../../tensor/TensorError'
import { type NamedTensor, type ReadTensors } from '../foreign/Format'
import { Budget } from '../source/Budget'
import { type ByteSource } from '../source/ByteSource'
import { type ReadOptions } from '../source/ReadOptions'
import { jsonFormat } from '../tools/jsonFormat'

const TAKEN_OUT =
  'SimLens did not save it with its data, or a program that passed it on has taken the data out. Ask for the original file, or open the data that it was drawn from.'
const AGAIN = 'Copy or download it again, or ask for the original file.'

/**
 * Returns the tensor that a figure carries as an envelope, in bytes or in base64, read and checked like any JSON file,
 * with the view in which it was saved. Throws TensorError, or the signal's reason if it is aborted.
 */
export async function readCarried(
  packed: string | Uint8Array<ArrayBuffer>,
  fileName: string,
  options: ReadOptions,
): Promise<ReadTensors> {
  const { tensor, view } = await unpacked(packed, fileName, options.budget)
  const name = fileName.replace(/\.\w+$/, '') || fileName
  const { tensors, notices } = await jsonFormat.read(sourceOfPacked(tensor, name), options)
  const withView = (each: NamedTensor): NamedTensor => ({ ...each, carriedView: view })
  return { tensors: tensors.map(withView), notices }
}

async function unpacked(
  packed: string | Uint8Array<ArrayBuffer>,
  fileName: string,
  budget = new Budget(packed.length),
): Promise<Envelope> {
  try {
    const bytes = typeof packed === 'string' ? bytesOfBase64(packed) : packed
    if (bytes === undefined) throw new EnvelopeError('damaged')
    return await unpackEnvelope(bytes, (byteCount) => budget.checkUnpacked(byteCount))
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error
    throw error.fault === 'later' ? laterVersion(fileName, error) : damagedTensor(fileName, error)
  }
}

function sourceOfPacked(text: PackedText, name: string): ByteSource {
  return {
    name,
    size: text.size,
    async *stream(onRead) {
      let byteCount = 0
      for await (const chunk of text.stream()) {
        byteCount += chunk.length
        onRead?.(byteCount)
        yield chunk
      }
    },
  }
}

/** Returns the error for a figure whose tensor is not the one that was saved. */
export function damagedTensor(fileName: string, cause?: unknown): TensorError {
  return new TensorError(
    {
      tag: 'read',
      message: `The tensor in “${fileName}” is damaged: it is not what its checksum says.`,
      advice: AGAIN,
    },
    { cause },
  )
}

function laterVersion(fileName: string, cause: EnvelopeError): TensorError {
  return new TensorError(
    {
      tag: 'unsupported',
      message: `The tensor in “${fileName}” was saved by a later version of SimLens, in form ${cause.version}, which this page does not know.`,
      advice: 'Open it with a newer SimLens.',
    },
    { cause },
  )
}

/**
 * Returns the error for a figure without a tensor. `kind` includes its article. `isWhole` is false if the end of the
 * file is missing. `reason` is a sentence for the beginning of the advice.
 */
export function withoutTensor(
  fileName: string,
  kind: string,
  isWhole: boolean,
  reason?: string,
): TensorError {
  if (!isWhole) {
    return new TensorError({
      tag: 'read',
      message: `“${fileName}” is cut off: its end is missing, and with it any tensor.`,
      advice: AGAIN,
    })
  }
  return new TensorError({
    tag: 'unsupported',
    message: `“${fileName}” is ${kind} without a tensor in it.`,
    advice: reason === undefined ? TAKEN_OUT : `${reason} ${TAKEN_OUT}`,
  })
}
